import { textOfPages } from '../../../../../test/support/pdf-text.js';
import type { DecreeContent } from '../decree-printer.js';
import { PdfDecreePrinter } from './pdf-decree-printer.js';

const content: DecreeContent = {
  number: '800.1.3.3/048/BKPSDM/2026',
  date: '2026-11-24',
  effectiveDate: '2026-12-01',
  signatory: { title: 'BUPATI KEPAHIANG', name: 'Contoh Bupati' },
  place: 'Kepahiang',
  foundingLaws: ['Undang-Undang Nomor 39 Tahun 2003 tentang Pembentukan Kabupaten Lebong dan Kabupaten Kepahiang;'],
  copies: ['Gubernur Bengkulu;', 'Yang bersangkutan;', 'Arsip.'],
  person: { name: 'Sari Contoh, S.E.', nip: '198001012005012001', grade: 'III/c' },
  from: { post: 'Analis Anggaran', unit: 'Bidang Anggaran', agency: 'Badan Keuangan Daerah' },
  to: { post: 'Analis Perencanaan', unit: 'Bidang Perencanaan', agency: 'Bappeda' },
  considered: ['Berita acara sidang Tim Penilai Kinerja tanggal 20 November 2026.'],
};

describe('a decree', () => {
  it('is set as a PDF with its fonts inside, on more than one page', async () => {
    const bytes = await new PdfDecreePrinter().print(content);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('Roboto')).toBe(true);
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  }, 30_000);

  it('that was rescinded says so on every page, with the day, the number and the reason', async () => {
    const sound = textOfPages(await new PdfDecreePrinter().print(content));
    const rescinded = { on: '2026-11-28', reason: `Formasi berubah. ${'Telaah ulang beban kerja. '.repeat(20)}` };
    const pages = textOfPages(await new PdfDecreePrinter().print({ ...content, rescinded }));
    expect(sound.join(' ')).toContain('MUTASI PEGAWAI NEGERI SIPIL DALAM JABATAN');
    expect(sound.join(' ')).not.toContain('DIBATALKAN');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toContain('DIBATALKAN pada tanggal 28 November 2026.');
      expect(page.replaceAll(' ', '')).toContain(`KeputusanNomor${content.number}tidakberlaku.`); // a line may break at a slash
      expect(page).toContain('Alasan: Formasi berubah.');
      expect(page.match(/DIBATALKAN/g)).toHaveLength(2); // in the head, and across the page
    }
  }, 30_000);
});
