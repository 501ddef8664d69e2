/** What each rule says, by outcome, in plain words. `inputs` of the verdict fill the sentences. */
export const texts = {
  'mutation.rule.not-applicable': { id: 'Tidak berlaku untuk mutasi ini.', en: 'Does not apply to this move.' },
  'mutation.rule.not-yet': { id: 'Diperiksa pada tahap lain.', en: 'Asked at another step.' },

  'mutation.rule.E01.pass': { id: 'NIP sah dan sesuai dengan data pegawai.', en: 'The NIP is valid and agrees with the record.' },
  'mutation.rule.E01.shape': { id: 'NIP bukan 18 angka.', en: 'The NIP is not 18 digits.' },
  'mutation.rule.E01.birth': {
    id: 'Tanggal lahir dalam NIP tidak sesuai dengan data pegawai.',
    en: 'The birth date in the NIP does not agree with the record.',
  },
  'mutation.rule.E01.month': {
    id: 'Bulan pengangkatan dalam NIP tidak ada.',
    en: 'The NIP names a month of appointment that does not exist.',
  },
  'mutation.rule.E01.appointment': {
    id: 'TMT CPNS dalam NIP tidak sesuai dengan data pegawai.',
    en: 'The appointment in the NIP does not agree with the record.',
  },
  'mutation.rule.E01.gender': {
    id: 'Jenis kelamin dalam NIP tidak sesuai dengan data pegawai.',
    en: 'The gender in the NIP does not agree with the record.',
  },
  'mutation.rule.E01.unknown': { id: 'Data pegawai tidak ditemukan.', en: 'There is no record of the employee.' },

  'mutation.rule.E02.pass': { id: 'Pegawai aktif.', en: 'The employee is active.' },
  'mutation.rule.E02.fail': {
    id: 'Pegawai tidak aktif (status: {{status}}).',
    en: 'The employee is not active (status: {{status}}).',
  },
  'mutation.rule.E02.unknown': { id: 'Status kepegawaian tidak diketahui.', en: 'The employment status is not known.' },

  'mutation.rule.E03.pass': { id: 'Sudah diangkat sebagai PNS.', en: 'Appointed as a civil servant (PNS).' },
  'mutation.rule.E03.fail': {
    id: 'Belum diangkat sebagai PNS ({{employeeType}}).',
    en: 'Not appointed as a civil servant yet ({{employeeType}}).',
  },
  'mutation.rule.E03.unknown': {
    id: 'Pengangkatan sebagai PNS tidak diketahui.',
    en: 'It is not known whether he was appointed.',
  },

  'mutation.rule.E04.pass': {
    id: 'PPPK pindah dalam satu instansi dengan jabatan pokok yang sama.',
    en: 'The contract employee stays in one government and in the same main position.',
  },
  'mutation.rule.E04.fail': {
    id: 'PPPK tidak dapat berganti jabatan pokok atau pindah instansi.',
    en: 'A contract employee may change neither the main position nor the government.',
  },
  'mutation.rule.E04.unknown': {
    id: 'Jabatan PPPK ini tidak diketahui.',
    en: 'The position of the contract employee is not known.',
  },

  'mutation.rule.E05.pass': {
    id: 'Sudah {{years}} tahun sejak pengangkatan ({{tmtPns}}).',
    en: '{{years}} years have passed since the appointment ({{tmtPns}}).',
  },
  'mutation.rule.E05.fail': {
    id: 'Belum {{years}} tahun sejak pengangkatan sebagai PNS ({{tmtPns}}).',
    en: 'Less than {{years}} years since the appointment ({{tmtPns}}).',
  },
  'mutation.rule.E05.unknown': { id: 'TMT PNS tidak diketahui.', en: 'The date of appointment is not known.' },

  'mutation.rule.E06.pass': {
    id: 'Masih lebih dari {{years}} tahun sebelum pensiun ({{retiresOn}}).',
    en: 'More than {{years}} years remain before retirement ({{retiresOn}}).',
  },
  'mutation.rule.E06.fail': {
    id: 'Kurang dari {{years}} tahun sebelum pensiun ({{retiresOn}}).',
    en: 'Less than {{years}} years remain before retirement ({{retiresOn}}).',
  },
  'mutation.rule.E06.unknown': {
    id: 'Tanggal lahir atau batas usia pensiun tidak diketahui.',
    en: 'The birth date or the retirement age is not known.',
  },

  'mutation.rule.E07.pass': {
    id: 'Belum mencapai batas usia pensiun pada {{day}}.',
    en: 'Retirement age is not reached on {{day}}.',
  },
  'mutation.rule.E07.fail': {
    id: 'Mencapai batas usia pensiun sebelum {{day}} (pensiun {{retiresOn}}).',
    en: 'Retirement age is reached before {{day}} (retires {{retiresOn}}).',
  },
  'mutation.rule.E07.unknown': {
    id: 'Tanggal lahir atau batas usia pensiun tidak diketahui.',
    en: 'The birth date or the retirement age is not known.',
  },

  'mutation.rule.E10.pass': {
    id: 'Sudah {{years}} tahun dalam jabatan sekarang (sejak {{from}}).',
    en: 'At least {{years}} years in the present position (since {{from}}).',
  },
  'mutation.rule.E10.fail': {
    id: 'Belum {{years}} tahun dalam jabatan sekarang (sejak {{from}}).',
    en: 'Less than {{years}} years in the present position (since {{from}}).',
  },
  'mutation.rule.E10.unknown': {
    id: 'TMT jabatan sekarang tidak diketahui.',
    en: 'It is not known since when he holds the position.',
  },

  'mutation.rule.E11.pass': {
    id: 'Belum lebih dari {{years}} tahun dalam jabatan sekarang.',
    en: 'Not more than {{years}} years in the present position.',
  },
  'mutation.rule.E11.fail': {
    id: 'Lebih dari {{years}} tahun dalam jabatan sekarang (sejak {{from}}); sudah waktunya dimutasi atau dievaluasi.',
    en: 'More than {{years}} years in the present position (since {{from}}); a move or an evaluation is due.',
  },
  'mutation.rule.E11.unknown': {
    id: 'TMT jabatan sekarang tidak diketahui.',
    en: 'It is not known since when he holds the position.',
  },

  'mutation.rule.E12.pass': {
    id: 'Sudah dua tahun sejak pelantikan ({{inaugurated}}).',
    en: 'Two years have passed since the inauguration ({{inaugurated}}).',
  },
  'mutation.rule.E12.fail': {
    id: 'Pejabat pimpinan tinggi belum dua tahun sejak pelantikan ({{inaugurated}}).',
    en: 'The high official was inaugurated less than two years ago ({{inaugurated}}).',
  },
  'mutation.rule.E12.unknown': { id: 'Tanggal pelantikan tidak diketahui.', en: 'The date of inauguration is not known.' },

  'mutation.rule.E20.pass': {
    id: 'Predikat kinerja dua tahun terakhir sekurang-kurangnya baik.',
    en: 'Rated good or better in each of the last two years.',
  },
  'mutation.rule.E20.fail': {
    id: 'Predikat kinerja di bawah baik dalam dua tahun terakhir.',
    en: 'Rated below good in one of the last two years.',
  },
  'mutation.rule.E20.unknown': {
    id: 'Predikat kinerja dua tahun terakhir tidak lengkap.',
    en: 'The ratings of the last two years are not complete.',
  },

  'mutation.rule.E21.pass': {
    id: 'Predikat kinerja dua tahun terakhir tersedia.',
    en: 'The ratings of the last two years are there.',
  },
  'mutation.rule.E21.fail': {
    id: 'Predikat kinerja belum tersedia untuk: {{missing}}.',
    en: 'Ratings are missing for: {{missing}}.',
  },
  'mutation.rule.E21.unknown': { id: 'Riwayat kinerja belum pernah diimpor.', en: 'The history of ratings was never imported.' },

  'mutation.rule.E30.pass': {
    id: 'Tidak sedang menjalani hukuman disiplin sedang atau berat, dan tidak sedang diperiksa.',
    en: 'Neither serving a medium or severe sanction nor under examination.',
  },
  'mutation.rule.E30.serving': {
    id: 'Sedang menjalani hukuman disiplin sedang atau berat.',
    en: 'Serving a medium or severe sanction.',
  },
  'mutation.rule.E30.examined': { id: 'Sedang dalam pemeriksaan disiplin.', en: 'Under disciplinary examination.' },
  'mutation.rule.E30.unknown': {
    id: 'Riwayat hukuman disiplin belum pernah diimpor.',
    en: 'The history of sanctions was never imported.',
  },

  'mutation.rule.E31.pass': { id: 'Tidak ada hukuman disiplin ringan yang berlaku.', en: 'No light sanction is in force.' },
  'mutation.rule.E31.fail': { id: 'Ada hukuman disiplin ringan yang masih berlaku.', en: 'A light sanction is in force.' },
  'mutation.rule.E31.unknown': {
    id: 'Riwayat hukuman disiplin belum pernah diimpor.',
    en: 'The history of sanctions was never imported.',
  },

  'mutation.rule.E50.pass': {
    id: 'Jabatan tujuan lowong (terisi {{filled}} dari {{need}}).',
    en: 'The post has a vacancy ({{filled}} of {{need}} filled).',
  },
  'mutation.rule.E50.fail': {
    id: 'Jabatan tujuan tidak lowong (terisi {{filled}} dari {{need}}).',
    en: 'The post has no vacancy ({{filled}} of {{need}} filled).',
  },
  'mutation.rule.E50.absent': { id: 'Jabatan tujuan tidak ada dalam peta jabatan.', en: 'The post is not on the map of posts.' },

  'mutation.rule.E53.pass': {
    id: 'Jabatan tujuan belum dijanjikan dalam usulan lain.',
    en: 'The post is not promised in another proposal.',
  },
  'mutation.rule.E53.fail': {
    id: 'Jabatan tujuan sudah dijanjikan dalam usulan lain.',
    en: 'The post is promised in another live proposal.',
  },

  'mutation.rule.E54.pass': { id: 'Tidak ada usulan mutasi lain yang berjalan.', en: 'There is no other live proposal.' },
  'mutation.rule.E54.fail': { id: 'Pegawai masih dalam usulan mutasi lain.', en: 'The employee is in another live proposal.' },

  'mutation.rule.E80.pass': {
    id: 'Tidak dalam masa larangan penggantian pejabat menjelang pilkada.',
    en: 'Outside the election freeze, or permitted.',
  },
  'mutation.rule.E80.fail': {
    id: 'Dalam masa larangan penggantian pejabat menjelang pilkada, tanpa persetujuan tertulis Mendagri.',
    en: 'Within the election freeze, without the written permission of the home minister.',
  },

  'mutation.rule.E81.pass': {
    id: 'Lebih dari {{months}} bulan sejak pelantikan bupati ({{inaugurated}}), atau ada persetujuan Mendagri.',
    en: 'More than {{months}} months since the regent was inaugurated ({{inaugurated}}), or permitted.',
  },
  'mutation.rule.E81.fail': {
    id: 'Dalam {{months}} bulan pertama sejak pelantikan bupati ({{inaugurated}}), tanpa persetujuan Mendagri.',
    en: 'Within {{months}} months of the inauguration of the regent ({{inaugurated}}), without permission.',
  },
  'mutation.rule.E81.unknown': {
    id: 'Tanggal pelantikan bupati tidak diketahui.',
    en: 'It is not known when the regent was inaugurated.',
  },

  'mutation.rule.E82.pass': {
    id: 'Bupati definitif, atau ada persetujuan Mendagri.',
    en: 'The regent is definitive, or it is permitted.',
  },
  'mutation.rule.E82.fail': {
    id: 'Penjabat atau pelaksana tugas bupati memerlukan persetujuan Mendagri.',
    en: 'An acting regent needs the permission of the home minister.',
  },
  'mutation.rule.E82.unknown': { id: 'Jabatan bupati tidak terisi.', en: 'Nobody is known to be regent.' },

  'mutation.rule.E90.pass': { id: 'Penanda tangan adalah pejabat definitif.', en: 'Whoever signs holds the office by right.' },
  'mutation.rule.E90.acting': {
    id: 'Plt, Plh, atau pengganti sementara tidak berwenang menetapkan mutasi ({{kind}}).',
    en: 'Whoever only acts for the office may not sign a move ({{kind}}).',
  },
  'mutation.rule.E90.vacant': {
    id: 'Tidak ada pejabat yang berwenang menandatangani pada tanggal itu.',
    en: 'Nobody has the authority to sign on that day.',
  },

  'mutation.rule.E91.pass': {
    id: 'Tidak ada benturan kepentingan dengan keluarga yang dilaporkan.',
    en: 'No conflict of interest with the kin that was declared.',
  },
  'mutation.rule.E91.none-declared': {
    id: 'Tidak ada benturan kepentingan; tidak ada hubungan keluarga yang dilaporkan.',
    en: 'No conflict of interest; no kinship was declared.',
  },
  'mutation.rule.E91.self': { id: 'Tidak seorang pun memutuskan perkaranya sendiri.', en: 'Nobody decides on himself.' },
  'mutation.rule.E91.kin': {
    id: 'Yang memutuskan adalah keluarga dekat pegawai.',
    en: 'Who decides is close kin of the employee.',
  },
  'mutation.rule.E91.proposer-self': {
    id: 'Pegawai diusulkan oleh dirinya sendiri dalam jabatannya.',
    en: 'The employee was proposed by himself in office.',
  },
  'mutation.rule.E91.proposer': { id: 'Pengusul tidak boleh memverifikasi.', en: 'Who proposed may not verify.' },
  'mutation.rule.E91.same-person': {
    id: 'Pengusul, verifikator, dan pemutus harus orang yang berbeda.',
    en: 'Proposer, verifier and approver must be different people.',
  },
  'mutation.rule.E91.unknown': { id: 'Data pegawai tidak ditemukan.', en: 'There is no record of the employee.' },

  'mutation.rule.E92.pass': {
    id: 'Tim Penilai Kinerja telah memberi pertimbangan ({{cast}} dari {{size}} suara).',
    en: 'The assessment team has considered it ({{cast}} of {{size}} votes).',
  },
  'mutation.rule.E92.absent': { id: 'Belum ada sidang Tim Penilai Kinerja.', en: 'The assessment team has not met.' },
  'mutation.rule.E92.even': {
    id: 'Jumlah anggota Tim Penilai Kinerja harus ganjil ({{size}}).',
    en: 'The assessment team must have an odd number of members ({{size}}).',
  },
  'mutation.rule.E92.quorum': {
    id: 'Sidang Tim Penilai Kinerja tidak memenuhi kuorum ({{cast}} dari {{quorum}}).',
    en: 'The session had no quorum ({{cast}} of {{quorum}}).',
  },
  'mutation.rule.E92.failed': {
    id: 'Tim Penilai Kinerja tidak mempertimbangkan usulan ini.',
    en: 'The assessment team did not support the proposal.',
  },

  'mutation.rule.E93.pass': {
    id: 'Dokumen wajib lengkap dan berlaku ({{complete}} dari {{needed}}).',
    en: 'The required documents are complete and valid ({{complete}} of {{needed}}).',
  },
  'mutation.rule.E93.fail': {
    id: 'Dokumen wajib belum semuanya ada, dinyatakan sesuai, dan masih berlaku ({{complete}} dari {{needed}}).',
    en: 'Not all required documents are there, found in order and valid ({{complete}} of {{needed}}).',
  },

  'mutation.rule.E94.pass': {
    id: 'TMT ({{effectiveDate}}) tidak mendahului keputusan ({{date}}).',
    en: 'The effective date ({{effectiveDate}}) does not precede the decree ({{date}}).',
  },
  'mutation.rule.E94.fail': {
    id: 'TMT ({{effectiveDate}}) mendahului keputusan ({{date}}) atau persetujuan.',
    en: 'The effective date ({{effectiveDate}}) precedes the decree ({{date}}) or the approval.',
  },
} as const;
