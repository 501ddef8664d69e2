/** An agency of the demo: code, name, and the work its units do. Names as in the news or, where none was seen, as such agencies are usually called (domain.md 4.5). */
export type AgencySpec = Readonly<{ code: string; name: string; head: string; divisions: readonly string[]; staff: number }>;

const office = (code: string, name: string, divisions: readonly string[], staff = 22): AgencySpec => ({
  code,
  name,
  head: `Kepala ${name}`,
  divisions,
  staff,
});

export const agencies: readonly AgencySpec[] = [
  {
    code: 'SETWAN',
    name: 'Sekretariat DPRD',
    head: 'Sekretaris DPRD',
    divisions: ['Umum', 'Persidangan', 'Keuangan'],
    staff: 24,
  },
  {
    code: 'INSPEKTORAT',
    name: 'Inspektorat Daerah',
    head: 'Inspektur',
    divisions: ['Wilayah I', 'Wilayah II', 'Wilayah III', 'Investigasi'],
    staff: 16,
  },
  office('DIKBUD', 'Dinas Pendidikan dan Kebudayaan', ['Pembinaan SD', 'Pembinaan SMP', 'PAUD dan Dikmas', 'Kebudayaan'], 40),
  office(
    'DINKES',
    'Dinas Kesehatan',
    ['Kesehatan Masyarakat', 'Pencegahan dan Pengendalian Penyakit', 'Pelayanan Kesehatan', 'Sumber Daya Kesehatan'],
    34,
  ),
  office('PUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang', ['Bina Marga', 'Cipta Karya', 'Sumber Daya Air', 'Tata Ruang'], 34),
  office('PMD', 'Dinas Pemberdayaan Masyarakat dan Desa', ['Pemerintahan Desa', 'Ekonomi Desa', 'Kelembagaan']),
  office('DINSOS', 'Dinas Sosial', ['Rehabilitasi Sosial', 'Perlindungan Sosial', 'Pemberdayaan Sosial']),
  office('DKP', 'Dinas Ketahanan Pangan', ['Ketersediaan Pangan', 'Distribusi Pangan', 'Konsumsi Pangan'], 18),
  office('DISKAN', 'Dinas Perikanan', ['Budidaya', 'Pengolahan Hasil']),
  office('DISHUB', 'Dinas Perhubungan', ['Lalu Lintas', 'Angkutan', 'Prasarana']),
  office('DISDAGKOP', 'Dinas Perdagangan, Koperasi dan UKM', ['Perdagangan', 'Koperasi', 'Usaha Mikro']),
  office('DISPERINNAKER', 'Dinas Perindustrian dan Tenaga Kerja', ['Perindustrian', 'Tenaga Kerja']),
  {
    code: 'SATPOLPP',
    name: 'Satuan Polisi Pamong Praja dan Pemadam Kebakaran',
    head: 'Kepala Satuan Polisi Pamong Praja dan Pemadam Kebakaran',
    divisions: ['Ketertiban Umum', 'Penegakan Perda', 'Pemadam Kebakaran'],
    staff: 48,
  },
  office('BPBD', 'Badan Penanggulangan Bencana Daerah', ['Pencegahan', 'Kedaruratan', 'Rehabilitasi']),
  office('BKDPSDM', 'Badan Kepegawaian Daerah dan Pengembangan Sumber Daya Manusia', [
    'Pengadaan dan Informasi',
    'Mutasi dan Promosi',
    'Pengembangan Kompetensi',
    'Penilaian Kinerja',
  ]),
  office('BKD', 'Badan Keuangan Daerah', ['Anggaran', 'Perbendaharaan', 'Akuntansi', 'Pendapatan'], 36),
  office(
    'BAPPEDA',
    'Badan Perencanaan Pembangunan Daerah',
    ['Ekonomi', 'Sosial Budaya', 'Prasarana Wilayah', 'Data dan Evaluasi'],
    20,
  ),
  office('DUKCAPIL', 'Dinas Kependudukan dan Pencatatan Sipil', [
    'Pendaftaran Penduduk',
    'Pencatatan Sipil',
    'Informasi Kependudukan',
  ]),
  office('KOMINFO', 'Dinas Komunikasi dan Informatika', ['Informasi Publik', 'Aplikasi Informatika', 'Persandian']),
  office('DPMPTSP', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', ['Penanaman Modal', 'Perizinan']),
  office('DLH', 'Dinas Lingkungan Hidup', ['Tata Lingkungan', 'Kebersihan', 'Pengendalian Pencemaran']),
  office('DISTAN', 'Dinas Pertanian', ['Tanaman Pangan', 'Perkebunan', 'Peternakan', 'Penyuluhan'], 44),
  office('DISPORAPAR', 'Dinas Pariwisata, Pemuda dan Olahraga', ['Pariwisata', 'Pemuda dan Olahraga']),
  office('DPK', 'Dinas Perpustakaan dan Kearsipan', ['Perpustakaan', 'Kearsipan']),
  office('P2KBP3A', 'Dinas Pengendalian Penduduk, KB, Pemberdayaan Perempuan dan Perlindungan Anak', [
    'Pengendalian Penduduk',
    'Keluarga Berencana',
    'Pemberdayaan Perempuan',
  ]),
  {
    code: 'KESBANGPOL',
    name: 'Badan Kesatuan Bangsa dan Politik',
    head: 'Kepala Badan Kesatuan Bangsa dan Politik',
    divisions: ['Ideologi dan Wawasan Kebangsaan', 'Politik Dalam Negeri'],
    staff: 14,
  },
];

/** Bagian of the regional secretariat. */
export const bureaus = [
  'Pemerintahan',
  'Hukum',
  'Kesejahteraan Rakyat',
  'Perekonomian',
  'Administrasi Pembangunan',
  'Pengadaan Barang dan Jasa',
  'Umum',
  'Organisasi',
  'Protokol dan Komunikasi Pimpinan',
] as const;

/** The eight districts with their BPS codes, and the wards (kelurahan) of the demo. */
export const districts: readonly Readonly<{ code: string; name: string; wards: readonly string[] }>[] = [
  { code: '1708010', name: 'Muara Kemumu', wards: [] },
  { code: '1708020', name: 'Bermani Ilir', wards: ['Keban Agung'] },
  { code: '1708030', name: 'Seberang Musi', wards: [] },
  { code: '1708040', name: 'Tebat Karai', wards: ['Tebat Karai'] },
  {
    code: '1708050',
    name: 'Kepahiang',
    wards: [
      'Pasar Kepahiang',
      'Pasar Ujung',
      'Dusun Kepahiang',
      'Pensiunan',
      'Padang Lekat',
      'Kampung Pensiunan',
      'Pasar Sejantung',
    ],
  },
  { code: '1708060', name: 'Kabawetan', wards: ['Tangsi Baru'] },
  { code: '1708070', name: 'Ujan Mas', wards: ['Ujan Mas Atas'] },
  { code: '1708080', name: 'Merigi', wards: ['Durian Depun'] },
];
