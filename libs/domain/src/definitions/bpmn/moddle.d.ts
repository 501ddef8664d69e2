/** What is used of two packages that come without types for what they export. */
declare module 'bpmn-moddle' {
  /** An element of BPMN's metamodel: typed by `$type`, its attributes by the standard's names. */
  export type Element = Record<string, unknown> & { readonly $type: string; get(name: string): unknown };

  export class BpmnModdle {
    create(type: string, attributes?: Record<string, unknown>): Element;
    toXML(element: Element, options?: { format?: boolean }): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{
      rootElement: Element;
      elementsById: Record<string, Element>;
      warnings: readonly Error[];
    }>;
  }
}

declare module 'bpmn-auto-layout' {
  /** Adds a shape for each node and an edge for each flow of a BPMN 2.0 document. */
  export const layoutProcess: (xml: string) => Promise<string>;
}
