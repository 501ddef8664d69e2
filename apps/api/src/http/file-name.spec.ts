import { fileNameOf } from './file-name.js';

describe('the name of a file that came in', () => {
  it.each([
    ['is kept as it is', 'SK mutasi 2026 (final).pdf', 'SK mutasi 2026 (final).pdf'],
    ['is kept in every script', 'ꦱꦸꦫꦠ 決定 résumé.pdf', 'ꦱꦸꦫꦠ 決定 résumé.pdf'],
    ['is composed', 're\u0301sume\u0301.pdf', 'résumé.pdf'],
    ['has no folders', 'C:\\arsip\\../sk.pdf', 'sk.pdf'],
    ['is not turned around', 'surat\u202Efdp.exe', 'suratfdp.exe'],
    ['has no isolates and marks', '\u2066sk\u2069\u200E\u200F\u061C.pdf', 'sk.pdf'],
    ['has no overrides and embeddings', '\u202A\u202B\u202C\u202D\u202Esk.pdf', 'sk.pdf'],
    ['hides nothing', 's\u200B\u200C\u200D\uFEFF\u00ADk.pdf', 'sk.pdf'],
    ['ends no line', 'sk\r\nX-Header: 1\u2028\u2029\u0085.pdf', 'sk X-Header: 1 .pdf'],
    ['holds no control character', 'sk\u0000\u0007\u001B[31m\u007F\u009B.pdf', 'sk[31m.pdf'],
    ['may be nothing at all', ' \u202E\t', ''],
  ])('%s', (_, given, kept) => expect(fileNameOf(given)).toBe(kept));

  it('is shortened before its ending, by whole characters', () => {
    const name = fileNameOf(`${'😀'.repeat(300)}.pdf`);
    expect([...name]).toHaveLength(80);
    expect(name.endsWith('😀.pdf')).toBe(true);
    expect([...fileNameOf('a'.repeat(300))]).toHaveLength(80);
  });

  it('comes out as it is when it is taken again', () => {
    for (const name of ['a\u202Eb .pdf', '  x  .pdf', `${'é'.repeat(100)}.pdf`])
      expect(fileNameOf(fileNameOf(name))).toBe(fileNameOf(name));
  });
});
