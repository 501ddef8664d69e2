import { agencies, bureaus, districts, type AgencySpec } from './organisation.js';
import { make, type DemoPost, type DemoUnit } from './posts.js';
import type { Random } from './random.js';

export const ROOT = 'KEPAHIANG';

type Structure = Readonly<{ units: readonly DemoUnit[]; posts: readonly DemoPost[] }>;

/** The organisation of the demo: the regency, its agencies, districts, schools and clinics, and the posts in each. */
export const buildStructure = (random: Random): Structure => {
  const parts: readonly Structure[] = [
    root(),
    secretariat(),
    ...agencies.map(agency),
    ...districts.map(district),
    schools(random),
    clinics(random),
  ];
  return { units: parts.flatMap(({ units }) => units), posts: parts.flatMap(({ posts }) => posts) };
};

const root = (): Structure => ({
  units: [{ code: ROOT, name: 'Pemerintah Kabupaten Kepahiang', parent: '', kind: 'OPD' }],
  posts: [
    make.elected({ code: 'BUPATI', title: 'Bupati Kepahiang', unit: ROOT, office: 'BUPATI' }),
    make.elected({ code: 'WABUP', title: 'Wakil Bupati Kepahiang', unit: ROOT }),
  ],
});

const secretariat = (): Structure => {
  const areas = ['Pemerintahan dan Kesejahteraan Rakyat', 'Perekonomian dan Pembangunan', 'Administrasi Umum'];
  const advisers = ['Hukum dan Politik', 'Ekonomi dan Keuangan', 'Kemasyarakatan dan SDM'];
  const bureau = bureaus.map((name, index) => ({ code: `SETDA.${index + 1}`, name: `Bagian ${name}` }));
  return {
    units: [
      { code: 'SETDA', name: 'Sekretariat Daerah', parent: ROOT, kind: 'OPD' },
      ...bureau.map(({ code, name }): DemoUnit => ({ code, name, parent: 'SETDA', kind: 'UNIT' })),
    ],
    posts: [
      make.secretary({ code: 'SEKDA', title: 'Sekretaris Daerah', unit: 'SETDA', office: 'SEKDA' }),
      ...areas.map((area, index) => make.executive({ code: `ASISTEN${index + 1}`, title: `Asisten ${area}`, unit: 'SETDA' })),
      ...advisers.map((area, index) =>
        make.executive({ code: `AHLI${index + 1}`, title: `Staf Ahli Bupati Bidang ${area}`, unit: 'SETDA' }),
      ),
      ...bureau.flatMap(({ code, name }) => [
        make.administrator({ code: 'KABAG', title: `Kepala ${name}`, unit: code, office: 'KEPALA' }),
        make.muda({ code: 'KEBIJAKAN', title: 'Analis Kebijakan Ahli Muda', unit: code, need: 3 }),
        make.analyst({ code: 'PENELAAH', title: 'Penelaah Teknis Kebijakan', unit: code, need: 5 }),
        make.clerk({ code: 'PENGOLAH', title: 'Pengolah Data dan Informasi', unit: code, need: 6 }),
        make.labourer({ code: 'PENGADMINISTRASI', title: 'Pengadministrasi Perkantoran', unit: code, need: 3 }),
      ]),
    ],
  };
};

/** What else works in an agency besides the posts that every one of them has. */
const SPECIAL: Readonly<Record<string, readonly DemoPost[]>> = {
  INSPEKTORAT: [
    make.madya({ code: 'AUDITOR3', title: 'Auditor Ahli Madya', unit: 'INSPEKTORAT', need: 4 }),
    make.muda({ code: 'AUDITOR2', title: 'Auditor Ahli Muda', unit: 'INSPEKTORAT', need: 8 }),
    make.pertama({ code: 'AUDITOR1', title: 'Auditor Ahli Pertama', unit: 'INSPEKTORAT', need: 8 }),
  ],
  BKDPSDM: [
    make.muda({ code: 'SDM2', title: 'Analis Sumber Daya Manusia Aparatur Ahli Muda', unit: 'BKDPSDM', need: 6 }),
    make.pertama({ code: 'SDM1', title: 'Analis Sumber Daya Manusia Aparatur Ahli Pertama', unit: 'BKDPSDM', need: 8 }),
  ],
  KOMINFO: [make.pertama({ code: 'PRAKOM', title: 'Pranata Komputer Ahli Pertama', unit: 'KOMINFO', need: 8 })],
  BAPPEDA: [
    make.analyst({ code: 'DATA', title: 'Analis Data dan Informasi', unit: 'BAPPEDA', need: 3 }),
    make.muda({ code: 'PERENCANA2', title: 'Perencana Ahli Muda', unit: 'BAPPEDA', need: 6 }),
  ],
  DKP: [make.analyst({ code: 'PANGAN', title: 'Analis Ketahanan Pangan', unit: 'DKP', need: 4 })],
  DISTAN: [make.pertama({ code: 'PPL', title: 'Penyuluh Pertanian Ahli Pertama', unit: 'DISTAN', need: 30 })],
};

const agency = ({ code, name, head, divisions, staff }: AgencySpec): Structure => {
  const share = (part: number) => Math.max(1, Math.round(staff * part));
  return {
    units: [{ code, name, parent: ROOT, kind: 'OPD' }],
    posts: [
      make.executive({ code: 'KEPALA', title: head, unit: code, office: 'KEPALA' }),
      ...(code === 'SETWAN' ? [] : [make.administrator({ code: 'SEKRETARIS', title: `Sekretaris ${name}`, unit: code })]),
      make.supervisor({ code: 'UMPEG', title: 'Kepala Subbagian Umum dan Kepegawaian', unit: code }),
      make.supervisor({ code: 'PERKEU', title: 'Kepala Subbagian Perencanaan dan Keuangan', unit: code }),
      ...divisions.map((division, index) =>
        code === 'INSPEKTORAT'
          ? make.administrator({ code: `IRBAN${index + 1}`, title: `Inspektur Pembantu ${division}`, unit: code })
          : make.division({
              code: `BID${index + 1}`,
              title: `Kepala ${code === 'SETWAN' ? 'Bagian' : 'Bidang'} ${division}`,
              unit: code,
            }),
      ),
      make.muda({ code: 'KEBIJAKAN', title: 'Analis Kebijakan Ahli Muda', unit: code, need: share(0.15) }),
      make.pertama({ code: 'ARSIPARIS', title: 'Arsiparis Ahli Pertama', unit: code }),
      make.analyst({ code: 'PENELAAH', title: 'Penelaah Teknis Kebijakan', unit: code, need: share(0.35) }),
      make.clerk({ code: 'PENGOLAH', title: 'Pengolah Data dan Informasi', unit: code, need: share(0.3) }),
      make.labourer({ code: 'PENGADMINISTRASI', title: 'Pengadministrasi Perkantoran', unit: code, need: share(0.2) }),
      ...(SPECIAL[code] ?? []),
    ],
  };
};

const district = ({ code, name, wards }: (typeof districts)[number]): Structure => {
  const ward = wards.map((wardName, index) => ({ code: `${code}.${index + 1}`, name: `Kelurahan ${wardName}` }));
  return {
    units: [
      { code, name: `Kecamatan ${name}`, parent: ROOT, kind: 'KECAMATAN' },
      ...ward.map((one): DemoUnit => ({ ...one, parent: code, kind: 'UNIT' })),
    ],
    posts: [
      make.administrator({ code: 'CAMAT', title: `Camat ${name}`, unit: code, office: 'KEPALA' }),
      make.division({ code: 'SEKCAM', title: 'Sekretaris Kecamatan', unit: code }),
      ...['Pemerintahan', 'Pemberdayaan Masyarakat', 'Ketenteraman dan Ketertiban'].map((section, index) =>
        make.supervisor({ code: `SEKSI${index + 1}`, title: `Kepala Seksi ${section}`, unit: code }),
      ),
      make.analyst({ code: 'PENELAAH', title: 'Penelaah Teknis Kebijakan', unit: code, need: 4 }),
      make.clerk({ code: 'PENGOLAH', title: 'Pengolah Data dan Informasi', unit: code, need: 5 }),
      make.labourer({ code: 'PENGADMINISTRASI', title: 'Pengadministrasi Perkantoran', unit: code, need: 4 }),
      ...ward.flatMap(({ code: unit, name: wardName }) => [
        make.supervisor({ code: 'LURAH', title: wardName.replace('Kelurahan', 'Lurah'), unit, office: 'KEPALA' }),
        make.wardSection({ code: 'SEKLUR', title: 'Sekretaris Kelurahan', unit }),
        make.clerk({ code: 'PENGOLAH', title: 'Pengolah Data dan Informasi', unit, need: 3 }),
        make.labourer({ code: 'PENGADMINISTRASI', title: 'Pengadministrasi Perkantoran', unit, need: 2 }),
      ]),
    ],
  };
};

const SUBJECTS = ['Matematika', 'Bahasa Indonesia', 'Bahasa Inggris', 'IPA', 'IPS', 'PPKn', 'Seni Budaya', 'Informatika'];

const schools = (random: Random): Structure => {
  const units: DemoUnit[] = [];
  const posts: DemoPost[] = [];
  districts.forEach(({ name }, place) => {
    const big = name === 'Kepahiang';
    for (let n = 1; n <= (big ? 22 : 13); n++) {
      const unit = `SD.${place + 1}.${String(n).padStart(2, '0')}`;
      units.push({ code: unit, name: `SD Negeri ${n} ${name}`, parent: 'DIKBUD', kind: 'SEKOLAH' });
      posts.push(
        make.teacherMadya({ code: 'KEPSEK', title: `Kepala SD Negeri ${n} ${name}`, unit, office: 'KEPALA' }),
        make.teacherMadya({ code: 'GURU3', title: 'Guru Kelas Ahli Madya', unit, need: random.int(1, 3) }),
        make.teacherMuda({ code: 'GURU2', title: 'Guru Kelas Ahli Muda', unit, need: random.int(2, 4) }),
        make.teacherPertama({ code: 'GURU1', title: 'Guru Kelas Ahli Pertama', unit, need: random.int(3, 6) }),
        make.teacherPertama({ code: 'PAI', title: 'Guru Pendidikan Agama Islam Ahli Pertama', unit, need: random.int(1, 2) }),
        make.teacherPertama({ code: 'PJOK', title: 'Guru PJOK Ahli Pertama', unit }),
        make.labourer({ code: 'OPERATOR', title: 'Operator Layanan Operasional', unit }),
      );
    }
    for (let n = 1; n <= (big ? 7 : 3); n++) {
      const unit = `SMP.${place + 1}.${n}`;
      units.push({ code: unit, name: `SMP Negeri ${n} ${name}`, parent: 'DIKBUD', kind: 'SEKOLAH' });
      posts.push(
        make.teacherMadya({ code: 'KEPSEK', title: `Kepala SMP Negeri ${n} ${name}`, unit, office: 'KEPALA' }),
        ...SUBJECTS.flatMap((subject, index) => [
          make.teacherMuda({ code: `MUDA${index + 1}`, title: `Guru ${subject} Ahli Muda`, unit }),
          make.teacherPertama({
            code: `PERTAMA${index + 1}`,
            title: `Guru ${subject} Ahli Pertama`,
            unit,
            need: random.int(1, 3),
          }),
        ]),
        make.clerk({ code: 'PENGOLAH', title: 'Pengolah Data dan Informasi', unit, need: 2 }),
      );
    }
  });
  return { units, posts };
};

const clinics = (random: Random): Structure => {
  const places = districts.flatMap(({ name }) =>
    name === 'Kepahiang' ? [name, 'Pasar Kepahiang', 'Kelobak'] : name === 'Ujan Mas' ? [name, 'Cugung Lalang'] : [name],
  );
  const units: DemoUnit[] = [{ code: 'RSUD', name: 'RSUD Kepahiang', parent: 'DINKES', kind: 'PUSKESMAS' }];
  const posts: DemoPost[] = [
    make.healthMadya({ code: 'DIREKTUR', title: 'Direktur RSUD Kepahiang', unit: 'RSUD', office: 'KEPALA' }),
    ...team('RSUD', 5, random),
  ];
  places.forEach((name, index) => {
    const unit = `PKM.${String(index + 1).padStart(2, '0')}`;
    units.push({ code: unit, name: `Puskesmas ${name}`, parent: 'DINKES', kind: 'PUSKESMAS' });
    posts.push(
      make.healthMadya({ code: 'KEPALA', title: `Kepala Puskesmas ${name}`, unit, office: 'KEPALA' }),
      ...team(unit, 1, random),
    );
  });
  return { units, posts };
};

const team = (unit: string, times: number, random: Random): readonly DemoPost[] => [
  make.healthMuda({ code: 'DOKTER', title: 'Dokter Ahli Muda', unit, need: times * random.int(2, 3) }),
  make.healthPertama({ code: 'DRG', title: 'Dokter Gigi Ahli Pertama', unit, need: times }),
  make.healthPertama({ code: 'NERS', title: 'Perawat Ahli Pertama', unit, need: times * random.int(4, 6) }),
  make.healthSkilled({ code: 'PERAWAT', title: 'Perawat Terampil', unit, need: times * random.int(9, 12) }),
  make.healthSkilled({ code: 'BIDAN', title: 'Bidan Terampil', unit, need: times * random.int(9, 14) }),
  make.healthPertama({ code: 'APOTEKER', title: 'Apoteker Ahli Pertama', unit, need: times }),
  make.healthSkilled({ code: 'GIZI', title: 'Nutrisionis Terampil', unit, need: times }),
  make.healthSkilled({ code: 'SANITARIAN', title: 'Tenaga Sanitasi Lingkungan Terampil', unit, need: times }),
  make.clerk({ code: 'PENGOLAH', title: 'Pengolah Data dan Informasi', unit, need: times * 3 }),
];
