import type { Deadline, ParallelGroup, Text } from '@app/workflow';

const rules: Readonly<Record<string, Text>> = {
  majority: { id: 'suara terbanyak', en: 'majority' },
  unanimous: { id: 'suara bulat', en: 'unanimous' },
  veto: { id: 'satu penolakan menggugurkan', en: 'one veto fails it' },
};

const signed = (days: number) => (days > 0 ? `+${days}` : String(days));

/** What a drawing of a definition says, besides the titles of its own. */
export const words = {
  started: { id: 'Mulai', en: 'Start' },
  submission: { id: 'Pengajuan', en: 'Submission' },
  returns: {
    id: 'Berkas yang dikembalikan diperbaiki di sini, lalu dilanjutkan pada tahap yang mengembalikannya.',
    en: 'A returned case is repaired here and goes on at the stage that returned it.',
  },
  repair: { id: 'Hanya bagi berkas yang dikembalikan.', en: 'For a returned case only.' },
  approved: { id: 'Disetujui', en: 'Approved' },
  approvedOn: { id: 'setuju', en: 'approved' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  returned: { id: 'dikembalikan', en: 'returned' },
  passed: { id: 'terpenuhi', en: 'passed' },
  failed: { id: 'tidak terpenuhi', en: 'failed' },
  skipped: { id: 'dilewati', en: 'skipped' },
  enough: { id: 'cukup', en: 'enough' },
  tooFew: { id: 'tidak cukup', en: 'too few' },
  late: { id: 'Pengingat', en: 'Reminder' },
  consent: { id: 'Keberatan dicatat dan tidak menghalangi.', en: 'Remarks are recorded and do not block.' },
  acknowledgement: { id: 'Untuk diketahui; tidak menghalangi.', en: 'Taken note of; does not block.' },
  external: {
    id: 'Menunggu jawaban dari luar, dengan nomor, tanggal, dan dokumen.',
    en: 'Waits for an answer from outside, with number, date and document.',
  },
  silent: {
    silence: { id: 'tanpa tanggapan', en: 'silence' },
    close: { id: 'kuorum terpenuhi', en: 'quorum met' },
  },
  days: (days: number): Text => ({ id: `${days} hari kerja`, en: `${days} working days` }),
  panel: (size: number, quorum: number, rule: string): Text => ({
    id: `Panel beranggota ${size}, kuorum ${quorum}, ${rules[rule]?.id ?? rule}.`,
    en: `A panel of ${size}, quorum ${quorum}, ${rules[rule]?.en ?? rule}.`,
  }),
  signoff: (count: number): Text => ({
    id: `Paraf ${count} pihak, masing-masing satu kali; satu penolakan menggugurkan.`,
    en: `Signed off by ${count} groups, each once; one rejection fails it.`,
  }),
  join: (join: Exclude<ParallelGroup['join'], 'all'>, branches: number): Readonly<{ name: Text; says: Text }> => {
    const needed = join === 'any' ? 1 : join;
    return {
      name: { id: `${needed} dari ${branches}`, en: `${needed} of ${branches}` },
      says: {
        id: `Lanjut setelah ${needed} dari ${branches} cabang disetujui; cabang yang masih terbuka ditutup. Ditolak bila jumlah itu tidak mungkin lagi tercapai.`,
        en: `Goes on once ${needed} of ${branches} branches are passed; what is still open is closed. Rejected when so many can no longer be had.`,
      },
    };
  },
  deadline: ({ workingDays, onPassed, reminders, escalations }: Deadline, more?: Text): Text => {
    const told = escalations.map(({ workingDays: days, to }) => `${to} ${signed(days)}`).join(', ');
    const days = reminders.map(signed).join(', ');
    const outcome = { wait: words.waits, silence: words.silent.silence, close: words.silent.close }[onPassed];
    const parts = (language: keyof Text): string[] => [
      words.days(workingDays)[language],
      outcome[language],
      ...(days ? [`${words.late[language]}: ${days}`] : []),
      ...(told ? [`${language === 'id' ? 'Eskalasi' : 'Escalation'}: ${told}`] : []),
      ...(more ? [more[language]] : []),
    ];
    return { id: parts('id').join('. '), en: parts('en').join('. ') };
  },
  /** FEEL, for the ways out of a verdict; the way on is the default. */
  failing: 'outcome = "failed"',
  returning: (to: string): string => `outcome = "returned" and to = "${to}"`,
  waits: { id: 'tetap menunggu', en: 'goes on waiting' },
} as const;
