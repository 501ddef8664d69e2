/** As many characters as every file system takes, also where each is three bytes. */
const longest = 80;

/**
 * The name under which a file is kept that somebody sent, whatever it is attached to: its last part without folders, composed (NFC),
 * without what is not seen. So nothing turns the writing around (U+202E makes `exe.pdf` of `fdp.exe`), ends a line or hides in a
 * name: control characters, format characters (Unicode Cc, Cf, also bidirectional and zero-width ones), separators of lines, private
 * and unassigned ones are left out, white space is one space. It is shortened before its ending. Empty where nothing is left.
 */
export const fileNameOf = (name: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const seen = last
    .replaceAll(/[\t-\r\u0085\p{Z}]/gu, ' ')
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/ +/g, ' ')
    .trim();
  const ending = /\.[^. ]{1,10}$/u.exec(seen)?.[0] ?? '';
  const stem = [...seen.slice(0, seen.length - ending.length)].slice(0, longest - [...ending].length).join('');
  return `${stem}${ending}`.trim();
};
