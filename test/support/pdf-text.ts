import { inflateSync } from 'node:zlib';

type Glyphs = ReadonlyMap<string, string>;

/** The words on each page of a PDF as pdfmake makes it, read from its bytes: what a reader would find on the paper, in no certain order of lines. */
export const textOfPages = (pdf: Uint8Array): readonly string[] => {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const object = (reference: string | undefined): string => objects.get(reference ?? '') ?? '';
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => {
      const resources = object(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
      const fonts = new Map<string, Glyphs>();
      for (const [, name = '', number] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const map = object(/\/ToUnicode (\d+) 0 R/.exec(object(number))?.[1]);
        fonts.set(name, glyphsOf(streamOf(map)));
      }
      return said(streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1])), fonts);
    });
};

const objectsOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number = '', body = '']) => [number, body]));

const streamOf = (body: string): string => {
  const [, stream = ''] = /stream\n([\s\S]*?)\nendstream/.exec(body) ?? [];
  const bytes = Buffer.from(stream, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
};

/** Which characters a font's glyphs stand for. */
const glyphsOf = (map: string): Glyphs => {
  const glyphs = new Map<string, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, code = ''], n) => {
      const characters = (code.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16)));
      glyphs.set((Number.parseInt(first, 16) + n).toString(16).padStart(4, '0'), characters.join(''));
    });
  return glyphs;
};

const said = (stream: string, fonts: ReadonlyMap<string, Glyphs>): string => {
  let glyphs: Glyphs = new Map();
  const words: string[] = [];
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? glyphs;
    else
      words.push([...(shown ?? '').matchAll(/[0-9a-f]{4}/gi)].map(([glyph]) => glyphs.get(glyph.toLowerCase()) ?? '').join(''));
  }
  return words.join(' ').replaceAll(/\s+/g, ' ');
};
