import type { Random } from './random.js';

const MEN = ['Agus', 'Ahmad', 'Andika', 'Arif', 'Bambang', 'Bayu', 'Beni', 'Budi', 'Candra', 'Dedi', 'Deni', 'Doni', 'Edi', 'Eko', 'Fajar', 'Feri', 'Firman', 'Gunawan', 'Hadi', 'Hendra', 'Heri', 'Ilham', 'Indra', 'Iwan', 'Joko', 'Lukman', 'Muhammad', 'Nanda', 'Novri', 'Oki', 'Puji', 'Rahmat', 'Rendi', 'Riko', 'Rizki', 'Rudi', 'Sandi', 'Satria', 'Sigit', 'Sukardi', 'Taufik', 'Teguh', 'Tomi', 'Usman', 'Wahyu', 'Yanto', 'Yoga', 'Yudi', 'Zainal', 'Zulkifli'] as const;
const WOMEN = ['Ani', 'Ayu', 'Bela', 'Citra', 'Desi', 'Dewi', 'Dian', 'Eka', 'Elvi', 'Endang', 'Erna', 'Fitri', 'Hesti', 'Ika', 'Indah', 'Intan', 'Juwita', 'Kartika', 'Lestari', 'Lia', 'Lina', 'Maya', 'Mega', 'Melati', 'Nia', 'Nova', 'Nurhayati', 'Nurul', 'Oktavia', 'Puspa', 'Putri', 'Rahma', 'Ratna', 'Reni', 'Rina', 'Rini', 'Rosmala', 'Sari', 'Septi', 'Siska', 'Siti', 'Sri', 'Susi', 'Tri', 'Umi', 'Vera', 'Wati', 'Weni', 'Yeni', 'Yulia'] as const;
const LAST_OF_MEN = ['Saputra', 'Pratama', 'Hidayat', 'Kurniawan', 'Setiawan', 'Wijaya', 'Nugroho', 'Firmansyah', 'Ramadhan', 'Syahputra', 'Effendi', 'Harahap', 'Iskandar', 'Maulana', 'Permana', 'Purnomo', 'Santoso', 'Siregar', 'Sudirman', 'Susanto', 'Wibowo', 'Yusuf', 'Aprizal', 'Gumay', 'Mahendra', 'Oktarian', 'Rosadi', 'Sanjaya', 'Triyono', 'Utama'] as const;
const LAST_OF_WOMEN = ['Anggraini', 'Astuti', 'Fitriani', 'Handayani', 'Hartati', 'Kusuma', 'Lestari', 'Marlina', 'Novitasari', 'Octaviani', 'Permata Sari', 'Pertiwi', 'Purnama', 'Rahayu', 'Rahmawati', 'Safitri', 'Sartika', 'Setyowati', 'Suryani', 'Utami', 'Wahyuni', 'Widiastuti', 'Wulandari', 'Yuliana', 'Zahara', 'Aprilia', 'Damayanti', 'Elvira', 'Gustina', 'Herlina'] as const;

/** A made-up name. Any likeness is chance. */
export const aName = (random: Random, gender: 'M' | 'F'): string =>
  gender === 'M' ? `${random.pick(MEN)} ${random.pick(LAST_OF_MEN)}` : `${random.pick(WOMEN)} ${random.pick(LAST_OF_WOMEN)}`;

/** An education, the subject that goes with a line of work, and the degree that is written behind a name. */
export type Schooling = Readonly<{ level: string; field: string; degree: string }>;

const FIELDS: Readonly<Record<string, readonly [Schooling, ...Schooling[]]>> = {
  teacher: [
    { level: 'S1', field: 'Pendidikan Guru Sekolah Dasar', degree: 'S.Pd.' },
    { level: 'S1', field: 'Pendidikan Matematika', degree: 'S.Pd.' },
    { level: 'S1', field: 'Pendidikan Agama Islam', degree: 'S.Pd.I.' },
    { level: 'S2', field: 'Manajemen Pendidikan', degree: 'S.Pd., M.Pd.' },
  ],
  health: [
    { level: 'D3', field: 'Kebidanan', degree: 'A.Md.Keb.' },
    { level: 'D3', field: 'Keperawatan', degree: 'A.Md.Kep.' },
    { level: 'S1', field: 'Keperawatan', degree: 'S.Kep.' },
    { level: 'S1', field: 'Kesehatan Masyarakat', degree: 'S.K.M.' },
  ],
  managerial: [
    { level: 'S2', field: 'Administrasi Publik', degree: 'S.Sos., M.Si.' },
    { level: 'S2', field: 'Manajemen', degree: 'S.E., M.M.' },
    { level: 'S1', field: 'Ilmu Pemerintahan', degree: 'S.IP.' },
    { level: 'S1', field: 'Hukum', degree: 'S.H.' },
  ],
  expert: [
    { level: 'S1', field: 'Ekonomi', degree: 'S.E.' },
    { level: 'S1', field: 'Administrasi Negara', degree: 'S.Sos.' },
    { level: 'S1', field: 'Teknik Sipil', degree: 'S.T.' },
    { level: 'S1', field: 'Teknik Informatika', degree: 'S.Kom.' },
    { level: 'S1', field: 'Pertanian', degree: 'S.P.' },
    { level: 'S2', field: 'Administrasi Publik', degree: 'S.Sos., M.Si.' },
  ],
  clerk: [
    { level: 'SMA', field: 'IPS', degree: '' },
    { level: 'SMA', field: 'IPA', degree: '' },
    { level: 'D3', field: 'Komputer', degree: 'A.Md.' },
    { level: 'S1', field: 'Administrasi Negara', degree: 'S.Sos.' },
  ],
};

export const aSchooling = (random: Random, line: string): Schooling => random.pick(FIELDS[line] ?? [{ level: 'SMA', field: 'IPS', degree: '' }]);
