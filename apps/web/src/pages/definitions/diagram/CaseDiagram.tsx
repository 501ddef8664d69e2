import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DefinitionDiagram } from './DefinitionDiagram';

type Props = Readonly<{ definitionId: string; version: number; current: readonly string[] }>;

/** How the case's approval goes, with the stages where it stands; folded, because on a phone it is long. */
export const CaseDiagram = (props: Props) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="card fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Text span fw={700} fz={18}>
          {t('change.diagramShow')}
        </Text>
      </summary>
      {open && <DefinitionDiagram {...props} />}
    </details>
  );
};
