import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { decreeLayout } from '../decree-layout.js';
import { type DecreeContent, DecreePrinter } from '../decree-printer.js';

const require = createRequire(import.meta.url);

/**
 * What runs in the worker: pdfmake alone, told where its fonts are. A string and not a file of its own, so that it is the
 * same under Jest and built. It opens nothing but its fonts, and no address.
 */
const program = `
  const { parentPort, workerData: { pdfmake: path, fonts } } = require('node:worker_threads');
  const pdfmake = require(path);
  pdfmake.addFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => Object.values(fonts.Roboto).includes(file));
  parentPort.once('message', async ({ definition, number }) => {
    // Made here, since functions don't cross threads.
    definition.footer = (page, pages) => ({ text: number + '  ·  ' + page + '/' + pages, alignment: 'center', fontSize: 8, margin: [0, 16, 0, 0] });
    const bytes = await pdfmake.createPdf(definition).getBuffer();
    parentPort.postMessage(bytes);
  });
`;

const fontsOf = (home: string) => {
  const font = (name: string) => join(home, 'fonts', 'Roboto', `Roboto-${name}.ttf`);
  return {
    Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') },
  };
};

const SLOW = 30_000;

/** Sets decrees with pdfmake in a thread of its own, so that no request waits for it. */
export class PdfDecreePrinter extends DecreePrinter {
  override async print(content: DecreeContent): Promise<Buffer> {
    const entry = require.resolve('pdfmake');
    const worker = new Worker(program, {
      eval: true,
      workerData: { pdfmake: entry, fonts: fontsOf(join(dirname(entry), '..')) },
    });
    const late = setTimeout(() => void worker.terminate(), SLOW);
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`the printer ended with ${code} before the decree was set`)));
        worker.postMessage({ definition: decreeLayout(content), number: content.number });
      });
    } finally {
      clearTimeout(late);
      await worker.terminate();
    }
  }
}
