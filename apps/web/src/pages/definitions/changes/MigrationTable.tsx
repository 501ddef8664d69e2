import { Checkbox, Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MigrationItem } from '../../../api/definition-changes';
import { shortDay } from '../../../format/dates';
import { inWords, named } from '../../../format/words';
import { CaseLink } from './CaseLink';
import './changes.css';

/** What stages are called in the versions that cases come from, and in the one they go to. */
export type Titles = Readonly<{ before: (place: string) => string; after: (place: string) => string }>;
type Move = MigrationItem['moves'][number];
type Props = Readonly<{
  items: readonly MigrationItem[];
  behind: readonly string[];
  onToggle: (caseId: string) => void;
  titled: Titles;
}>;

/** What would become of each case. One that is not ticked stays behind. */
export const MigrationTable = ({ items, behind, onToggle, titled }: Props) => {
  const { t } = useTranslation();
  return (
    <table className="case-table" data-table="migration">
      <thead>
        <tr>
          <th scope="col">{t('change.goes')}</th>
          <th scope="col">{t('change.case')}</th>
          <th scope="col">{t('change.move')}</th>
          <th scope="col">{t('change.who')}</th>
          <th scope="col">{t('change.deadline')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row
            key={item.caseId}
            item={item}
            goes={!behind.includes(item.caseId)}
            onToggle={() => onToggle(item.caseId)}
            titled={titled}
          />
        ))}
      </tbody>
    </table>
  );
};

type RowProps = Readonly<{ item: MigrationItem; goes: boolean; onToggle: () => void; titled: Titles }>;

const Row = ({ item, goes, onToggle, titled }: RowProps) => {
  const { t } = useTranslation();
  const { moves, passedOver, problems } = item;
  return (
    <tr data-case={item.caseId} data-out={goes ? undefined : true}>
      <td>
        <Checkbox checked={goes} onChange={onToggle} aria-label={t('change.goesOne', { name: item.subject })} />
      </td>
      <th scope="row">
        <CaseLink of={item} />
        <Text size="xs" className="muted">
          {t('change.fromVersion', { version: item.from })}
        </Text>
      </th>
      <td data-label={t('change.move')}>
        {moves.length === 0 && problems.length === 0 && t('change.submission')}
        {moves.map((move) => (
          <div key={move.from}>{moveText(move, titled)}</div>
        ))}
        {passedOver.length > 0 && (
          <Text size="sm" className="muted" mt={4}>
            {t('change.passedOver', { stages: passedOver.map(titled.after).join(', ') })}
          </Text>
        )}
        {problems.map(({ code, about }) => (
          <Text key={code + about} size="sm" fw={600} mt={4} className="told" data-tone="bad">
            {problemText(code, about, titled.before)}
          </Text>
        ))}
      </td>
      <td data-label={t('change.who')}>
        {moves.map((move) => (
          <div key={move.from}>{whoText(move)}</div>
        ))}
      </td>
      <td data-label={t('change.deadline')}>
        {moves.map((move) => (
          <div key={move.from}>{deadlineText(move)}</div>
        ))}
      </td>
    </tr>
  );
};

const moveText = ({ from, to, round }: Move, { before, after }: Titles): string => {
  const place = before(round > 1 ? `${from} (${round})` : from);
  if (before(from) !== after(to)) return `${place} → ${after(to)}`;
  return from === to ? place : `${place} (${from} → ${to})`;
};

const whoText = ({ people, titles }: Move): string =>
  people.length === 0
    ? i18next.t('change.nobody')
    : people.length > 3
      ? titles.map(inWords).join(', ')
      : `${people.join(', ')} (${titles.map(inWords).join(', ')})`;

const deadlineText = ({ timers, dueOnBefore, dueOnAfter }: Move): string => {
  const day = (on: string | null) => (on === null ? i18next.t('change.noDue') : shortDay(on));
  return i18next.t(`change.timer.${timers}`, { before: day(dueOnBefore), after: day(dueOnAfter) });
};

/** What stands in the way, in words; the code where none are known. `about` names stages: `tpk: panel`, `legal, finance`. */
const problemText = (code: string, about: string, titled: (place: string) => string): string => {
  const place = about
    .split(', ')
    .map((part) => {
      const [key = '', kind] = part.split(': ');
      return kind === undefined ? titled(key) : `${titled(key)} → ${named('change.stageKind', kind)}`;
    })
    .join(', ');
  const words = i18next as { t: (path: string, options: object) => string };
  return named('change.problem', code) === code ? `${code}: ${place}` : words.t(`change.problem.${code}`, { about: place });
};
