import { type DecreeContent } from './decree-printer.js';
import { decreeLayout } from './decree-layout.js';

const agency = 'Dinas Ketahanan Pangan';
const content: DecreeContent = {
  number: '800.1.3.3/001/BKDPSDM/2026',
  date: '2026-12-02',
  effectiveDate: '2026-12-14',
  signatory: { title: 'BUPATI KEPAHIANG', name: 'Contoh Bupati' },
  place: 'Kepahiang',
  foundingLaws: ['Undang-Undang Nomor 39 Tahun 2003 tentang Pembentukan Kabupaten Lebong dan Kabupaten Kepahiang;'],
  copies: ['Gubernur Bengkulu;', 'Yang bersangkutan;', 'Arsip.'],
  person: { name: 'Sari Contoh, S.E.', nip: '198001012005012001', grade: 'III/c' },
  from: { post: 'Analis Ketahanan Pangan', unit: agency, agency },
  to: { post: 'Analis Perencanaan', unit: 'Bidang Perencanaan', agency: 'Bappeda' },
  considered: [],
};

describe('the words of a decree', () => {
  const said = JSON.stringify(decreeLayout(content));

  it('name an agency once where the post is its own, and after the unit elsewhere', () => {
    expect(said).toContain(`dari Analis Ketahanan Pangan pada ${agency} ke Analis Perencanaan pada Bidang Perencanaan, Bappeda`);
  });

  it('have regard to the law that made the government first, and go to whom its paper names', () => {
    expect(said.indexOf('Nomor 39 Tahun 2003')).toBeGreaterThan(said.indexOf('Mengingat'));
    expect(said.indexOf('Nomor 39 Tahun 2003')).toBeLessThan(said.indexOf('Nomor 23 Tahun 2014'));
    expect(said).toContain('Gubernur Bengkulu;');
  });

  it('give dates in words', () => {
    expect(said).toContain('terhitung mulai tanggal 14 Desember 2026.');
    expect(said).toContain('TANGGAL 2 DESEMBER 2026');
  });
});
