import { PassThrough, pipeline, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const { WorkbookReader } = ExcelJS.stream.xlsx;
type Parsing = Generator<Readonly<{ eventType: string; value: unknown }>>;

/**
 * Reads a workbook sheet by sheet and row by row, whatever its size.
 *
 * exceljs goes through the file as it comes, and loses everything behind a part that it waits at (its issues 962 and 3064): a whole
 * sheet, without a word. It also breaks a letter of more than one byte that two pieces share. So here the parts are found by the
 * directory of the file, those that the sheets need before the sheets, and come as text. Their reading is exceljs's own.
 */
export class XlsxReader extends WorkbookReader {
  declare private readonly _parseRels: (part: Readable) => Promise<void>;
  declare private readonly _parseWorkbook: (part: Readable) => Promise<void>;
  declare private readonly _parseStyles: (part: Readable) => Promise<void>;
  declare private readonly _parseSharedStrings: (part: Readable) => AsyncGenerator;
  declare private readonly _parseWorksheet: (part: Readable, number: string) => Parsing;

  constructor(private readonly bytes: Uint8Array) {
    super(Readable.from([]), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
  }

  /** @throws Error for what is no workbook */
  override async *parse(): AsyncGenerator<Readonly<{ eventType: string; value: unknown }>> {
    const zip = await JSZip.loadAsync(this.bytes);
    const part = (name: string) => textOf(zip.file(name));
    await this._parseWorkbook(part('xl/workbook.xml') ?? missing('xl/workbook.xml'));
    await this._parseRels(part('xl/_rels/workbook.xml.rels') ?? missing('xl/_rels/workbook.xml.rels'));
    const [styles, strings] = [part('xl/styles.xml'), part('xl/sharedStrings.xml')];
    if (styles) await this._parseStyles(styles);
    if (strings) for await (const _ of this._parseSharedStrings(strings)); // kept by the reader, where the sheets look for them
    for (const { name } of zip.file(/^xl\/worksheets\/sheet\d+\.xml$/)) {
      const sheet = part(name);
      if (sheet) yield* this._parseWorksheet(sheet, /\d+/.exec(name)?.[0] ?? '');
    }
  }
}

const textOf = (file: JSZip.JSZipObject | null): Readable | undefined => {
  if (!file) return undefined;
  const text = new PassThrough({ encoding: 'utf8' });
  // What goes wrong is thrown where the text is read.
  pipeline(file.nodeStream(), text, () => undefined);
  return text;
};

const missing = (name: string): never => {
  throw new Error(`There is no ${name} in it.`);
};
