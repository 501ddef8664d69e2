import { dayOf, type Holding } from '@app/workflow';
import { dateInWords } from './decree-layout.js';
import type { DecreeContent } from './decree-printer.js';
import type { CaseFacts } from './facts.js';
import type { Existing } from './proposing.js';
import type { Decree } from './state.js';

type Head = Readonly<Pick<DecreeContent, 'place' | 'foundingLaws' | 'copies'> & { signatoryTitle: string }>;

/** Puts the words of a case together as a decree says them. */
export const decreeContentOf = async (
  { workflow, proposal: { dossier } }: Existing,
  { number, date, effectiveDate }: Decree,
  signing: readonly Holding[],
  facts: CaseFacts,
  { signatoryTitle, place, foundingLaws, copies }: Head,
): Promise<DecreeContent> => {
  const signatory = signing.find(({ kind }) => kind === 'definitive')?.person ?? '';
  const [calendar, people, from, to] = await Promise.all([
    facts.calendar(),
    facts.people([dossier.employeeId, signatory]),
    facts.post(dossier.fromPost),
    facts.post(dossier.toPost),
  ]);
  const person = people.get(dossier.employeeId);
  const shown = (at: typeof from) => ({ post: at?.post.title ?? '', unit: at?.unit.name ?? '', agency: at?.agency.name ?? '' });
  return {
    number,
    date,
    effectiveDate,
    place,
    foundingLaws,
    copies,
    signatory: { title: signatoryTitle, name: people.get(signatory)?.name ?? '' },
    person: { name: person?.name ?? '', nip: person?.nip ?? '', grade: person?.grade ?? '-' },
    from: shown(from),
    to: shown(to),
    considered: workflow.passages
      .filter(({ outcome }) => outcome === 'passed')
      .flatMap(({ stage, closedAt }) =>
        sentences[stage] ? [`${sentences[stage]} tanggal ${dateInWords(dayOf(calendar, closedAt))};`] : [],
      ),
  };
};

/** How a decree names what a stage has produced. */
const sentences: Readonly<Record<string, string>> = {
  release: 'Surat persetujuan pelepasan Kepala Perangkat Daerah asal',
  acceptance: 'Surat kesediaan menerima Kepala Perangkat Daerah tujuan',
  hr_review: 'Nota dinas Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
  tpk: 'Berita acara sidang Tim Penilai Kinerja',
};
