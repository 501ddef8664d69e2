import { Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TimelineItem, Words } from '../../api/model';
import { dayText, instantText } from '../../format/dates';
import { holderNote, inWords, named } from '../../format/words';
import { LineNotes } from '../../parts/LineNotes';
import { isQuiet } from './Timeline';

/** A stage as its definition calls it. */
export type Titled = Readonly<{ key: string; title: Words }>;

const headline = ({ type, verdict, stage, facts }: TimelineItem, stages: readonly Titled[]): string => {
  const title = inWords(stages.find(({ key }) => key === stage)?.title);
  const at = stage ? `: ${title || named('stageName', stage)}` : '';
  if (type === 'CaseClosed') return `${named('timeline.type', type)}: ${named('status', verdict)}`;
  if (type === 'DocumentJudged') return `${named('timeline.type', type)}: ${named('verdict', verdict)}`;
  if (verdict) return `${named('verdict', verdict)}${at}`;
  const number = facts?.number;
  return `${named('timeline.type', type)}${typeof number === 'string' ? ` ${number}` : at}`;
};

/** What an entry rested on, where the API says so. */
const restsOn = ({ type, facts, basis }: TimelineItem): string[] => {
  if (!facts) return [];
  const { dossierHash, definitionHash, letter, name, effectiveDate, because } = facts;
  return [
    basis ?? '',
    typeof name === 'string' ? name : '',
    typeof because === 'string' && type !== 'StageSkipped' ? named('timeline.because', because) : '',
    typeof effectiveDate === 'string' ? `TMT ${dayText(effectiveDate)}` : '',
    typeof letter === 'string' ? letter : '',
    typeof dossierHash === 'string' ? i18next.t('timeline.dossier', { hash: dossierHash.slice(0, 12) }) : '',
    typeof definitionHash === 'string' ? i18next.t('timeline.definition', { hash: definitionHash.slice(0, 12) }) : '',
  ].filter((part) => part !== '');
};

export const TimelineEntry = ({ item, stages }: { item: TimelineItem; stages: readonly Titled[] }) => {
  const { t } = useTranslation();
  const { actor, officeTitle, kind, onBehalfOf, reason, text, hash, round } = item;
  const office = inWords(officeTitle);
  const note = kind ? holderNote({ kind, onBehalfOf }) : '';
  const basis = restsOn(item);

  return (
    <Text component="li" className="line-item wrap" data-quiet={isQuiet(item) || undefined} size="sm">
      <Text size="sm" fw={700} lh={1.4}>
        {headline(item, stages)}
        {round !== null && round > 1 && ` (${t('page.round', { round })})`}
      </Text>
      <Text size="sm">
        {actor?.name ?? t('say.system')}
        {office && `, ${office}`}
        {note && ` (${note})`}
      </Text>
      {(reason || text) && (
        <Text size="sm" className="quote" my={4}>
          {reason || text}
        </Text>
      )}
      <LineNotes lines={item.lines} />
      {basis.length > 0 && (
        <Text size="xs" className="muted">
          {t('timeline.restsOn')}: {basis.join(' · ')}
        </Text>
      )}
      <Text size="xs" className="muted">
        <time dateTime={item.at}>{instantText(item.at)}</time>
        {hash && <span title={hash}>{` · ${t('timeline.seal', { hash: hash.slice(0, 10) })}`}</span>}
      </Text>
    </Text>
  );
};
