import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Holder } from '../../api/model';
import { holderNote, inWords } from '../../format/words';

/** Who holds an office; a substitute stands beside the holder's name, with the letter. */
export const HolderLine = ({ holder }: { holder: Holder }) => {
  const { t } = useTranslation();
  const note = holderNote(holder);
  return (
    <Text size="sm" lh={1.4} className="wrap">
      {holder.person.name}
      <Text span className="muted" size="sm">
        {`, ${inWords(holder.title)}`}
        {note && ` (${note}${holder.letter ? `, ${t('page.letter', { letter: holder.letter })}` : ''})`}
      </Text>
    </Text>
  );
};
