import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Day } from './days.js';
import type { DecreeContent } from './decree-printer.js';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** `2026-03-02` as `2 Maret 2026`. */
export const dateInWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1] ?? ''} ${year}`;
};

/** Unit and agency; an agency that is the unit itself is named once. */
const placeOf = ({ unit, agency }: DecreeContent['from']): readonly string[] => (unit === agency ? [agency] : [unit, agency]);

const laws = [
  'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah;',
  'Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan;',
  'Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;',
  'Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020;',
  'Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019 tentang Tata Cara Pelaksanaan Mutasi;',
];

/** The form of a decree in a regency: preamble, dictums, signature, copies, annex (domain.md 2.6). */
export const decreeLayout = (content: DecreeContent): TDocumentDefinitions => ({
  ...(content.rescinded && rescission(content.number, content.rescinded)),
  info: {
    title: `Keputusan ${content.number}${content.rescinded ? ' (DIBATALKAN)' : ''}`,
    subject: 'Mutasi Pegawai Negeri Sipil',
    creator: 'Alur',
  },
  pageSize: 'FOLIO',
  pageMargins: [62, content.rescinded ? 76 : 44, 54, 46],
  defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.08 },
  content: [...preamble(content), ...dictums(content), signature(content), tembusan(content), annex(content)],
});

const longestReason = 240;
const shortened = (reason: string): string => (reason.length > longestReason ? `${reason.slice(0, longestReason - 1)}…` : reason);

/** What stands on every page of a decree that was taken back: a head in words, and one word across the page. */
const rescission = (
  number: string,
  { on, reason }: NonNullable<DecreeContent['rescinded']>,
): Pick<TDocumentDefinitions, 'header' | 'watermark'> => ({
  watermark: { text: 'DIBATALKAN', color: '#b00020', opacity: 0.18, bold: true },
  header: {
    margin: [62, 20, 54, 0],
    color: '#b00020',
    fontSize: 9,
    stack: [
      { text: `DIBATALKAN pada tanggal ${dateInWords(on)}. Keputusan Nomor ${number} tidak berlaku.`, bold: true },
      { text: reason === null ? '' : `Alasan: ${shortened(reason)}` },
    ],
  },
});

const preamble = ({ signatory, number, considered, person, to, place, foundingLaws }: DecreeContent): Content[] => [
  { text: signatory.title, bold: true, fontSize: 13, alignment: 'center' },
  { text: `KEPUTUSAN ${signatory.title}`, bold: true, alignment: 'center', margin: [0, 14, 0, 0] },
  { text: `NOMOR ${number}`, alignment: 'center' },
  { text: 'TENTANG', alignment: 'center', margin: [0, 8, 0, 8] },
  {
    text: `MUTASI PEGAWAI NEGERI SIPIL DALAM JABATAN\nDI LINGKUNGAN PEMERINTAH KABUPATEN ${place.toUpperCase()}`,
    bold: true,
    alignment: 'center',
  },
  { text: `${signatory.title},`, alignment: 'center', bold: true, margin: [0, 10, 0, 10] },
  clause('Menimbang', [
    `bahwa untuk memenuhi kebutuhan organisasi dan pengembangan karier, dipandang perlu memindahkan ${person.name} ke dalam jabatan ${to.post} pada ${to.agency};`,
    'bahwa yang bersangkutan memenuhi syarat untuk dipindahkan berdasarkan hasil pemeriksaan persyaratan mutasi;',
    'bahwa berdasarkan pertimbangan sebagaimana dimaksud di atas, perlu menetapkan keputusan tentang mutasi pegawai negeri sipil;',
  ]),
  clause('Mengingat', [...foundingLaws, ...laws]),
  clause('Memperhatikan', considered.length > 0 ? considered : ['berkas usulan mutasi yang bersangkutan.']),
  { text: 'MEMUTUSKAN:', bold: true, alignment: 'center', margin: [0, 10, 0, 6] },
];

const clause = (head: string, points: readonly string[]): Content => ({
  columns: [
    { width: 82, text: head },
    { width: 10, text: ':' },
    { width: '*', ol: [...points], type: head === 'Menimbang' ? 'lower-alpha' : 'decimal' },
  ],
  margin: [0, 0, 0, 6],
});

const dictums = ({ person, from, to, effectiveDate }: DecreeContent): Content[] =>
  [
    `Memindahkan Pegawai Negeri Sipil atas nama ${person.name}, NIP ${person.nip}, dari ${from.post} pada ${placeOf(from).join(', ')} ke ${to.post} pada ${placeOf(to).join(', ')}, sebagaimana tercantum dalam lampiran yang merupakan bagian tidak terpisahkan dari keputusan ini.`,
    `Mutasi sebagaimana dimaksud dalam diktum KESATU berlaku terhitung mulai tanggal ${dateInWords(effectiveDate)}.`,
    'Kepada yang bersangkutan diberikan penghasilan dan tunjangan sesuai dengan ketentuan peraturan perundang-undangan.',
    'Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana mestinya.',
    'Keputusan ini mulai berlaku pada tanggal ditetapkan.',
  ].map((text, n) => ({
    columns: [
      { width: 82, text: ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA'][n] ?? '', bold: true },
      { width: 10, text: ':' },
      { width: '*', text, alignment: 'justify' as const },
    ],
    margin: [0, 0, 0, 5] as [number, number, number, number],
  }));

const signature = ({ place, date, signatory }: DecreeContent): Content => ({
  unbreakable: true,
  margin: [270, 14, 0, 0],
  stack: [
    { text: `Ditetapkan di ${place}` },
    { text: `pada tanggal ${dateInWords(date)}` },
    { text: `${signatory.title},`, bold: true, margin: [0, 4, 0, 38] },
    { text: signatory.name.toUpperCase(), bold: true },
  ],
});

const tembusan = ({ copies }: DecreeContent): Content => ({
  unbreakable: true,
  margin: [0, 8, 0, 0],
  fontSize: 8.5,
  stack: [{ text: 'Tembusan disampaikan kepada Yth.:', margin: [0, 0, 0, 2] }, { ol: [...copies] }],
});

const annex = ({ signatory, number, date, person, from, to, effectiveDate }: DecreeContent): Content => ({
  pageBreak: 'before',
  stack: [
    {
      text: `LAMPIRAN KEPUTUSAN ${signatory.title}\nNOMOR ${number}\nTANGGAL ${dateInWords(date).toUpperCase()}`,
      fontSize: 9.5,
      margin: [240, 0, 0, 14],
    },
    { text: 'DAFTAR PEGAWAI NEGERI SIPIL YANG DIMUTASIKAN', bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
    {
      table: {
        headerRows: 1,
        widths: [20, '*', 60, '*', '*', 70],
        body: [
          ['No', 'Nama / NIP', 'Pangkat/Gol', 'Jabatan lama', 'Jabatan baru', 'Ket.'].map((text) => ({
            text,
            bold: true,
            alignment: 'center' as const,
            fontSize: 9,
          })),
          [
            '1',
            `${person.name}\n${person.nip}`,
            person.grade,
            [from.post, ...placeOf(from)].join('\n'),
            [to.post, ...placeOf(to)].join('\n'),
            `TMT ${dateInWords(effectiveDate)}`,
          ].map((text) => ({ text, fontSize: 9 })),
        ],
      },
    },
    { text: [`${signatory.title},\n\n\n\n`, { text: signatory.name.toUpperCase(), bold: true }], margin: [270, 24, 0, 0] },
  ],
});
