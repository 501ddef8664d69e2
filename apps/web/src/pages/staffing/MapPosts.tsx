import { Anchor, Box, Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapPost } from '../../api/model';
import { dayText, numberText } from '../../format/dates';
import { named } from '../../format/words';
import { Section } from '../../parts/Section';
import { GapText } from './Totals';

/** The unit's own posts. Each incumbent leads to the decision that brought him, where there was one. */
export const MapPosts = ({ posts }: { posts: readonly MapPost[] }) => {
  const { t } = useTranslation();
  const [onlyGaps, setOnlyGaps] = useState(false);
  const shown = onlyGaps ? posts.filter(({ need, filled }) => filled < need) : posts;
  return (
    <Section
      title={t('map.post')}
      aside={
        <Switch
          label={t('map.onlyGaps')}
          checked={onlyGaps}
          onChange={({ currentTarget: { checked } }) => setOnlyGaps(checked)}
        />
      }
    >
      {onlyGaps && (
        <Text size="sm" className="print-only">
          {t('map.onlyGaps')}
        </Text>
      )}
      {shown.length === 0 && <Text className="muted">{posts.length === 0 ? t('map.empty') : t('say.none')}</Text>}
      <ul className="rows post-rows">
        {shown.map((post) => (
          <PostRow key={post.id} post={post} />
        ))}
      </ul>
    </Section>
  );
};

const PostRow = ({ post }: { post: MapPost }) => {
  const { t } = useTranslation();
  const facts = [
    named('map.type', post.type),
    post.echelon && `${t('map.echelon')} ${post.echelon}`,
    post.jobClass !== null && `${t('map.class')} ${post.jobClass}`,
  ];
  return (
    <Box
      component="li"
      data-post={post.id}
      style={{ display: 'grid', gap: 8, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))' }}
    >
      <Box className="wrap">
        <Text fw={600} lh={1.35}>
          {post.title}
        </Text>
        <Text size="sm" className="muted">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Box>
      <Box>
        <Text size="sm" span>
          {`${t('map.filled')} ${numberText(post.filled)} / ${t('map.need').toLowerCase()} ${numberText(post.need)} · `}
        </Text>
        <GapText need={post.need} filled={post.filled} />
      </Box>
      <Box className="wrap">
        {post.incumbents.length === 0 && (
          <Text size="sm" className="muted">
            {t('say.vacant')}
          </Text>
        )}
        {post.incumbents.map(({ id, name, since, caseId }) => (
          <Text size="sm" key={id}>
            {name}
            {since && <span className="muted">{`, ${t('map.since', { day: dayText(since) })}`}</span>}
            {caseId && (
              <>
                {' · '}
                <Anchor
                  component={Link}
                  to="/proposals/$id"
                  params={{ id: caseId } as never}
                  inherit
                  underline="always"
                  c="tarum.8"
                >
                  {t('map.because')}
                </Anchor>
              </>
            )}
          </Text>
        ))}
      </Box>
    </Box>
  );
};
