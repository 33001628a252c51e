'use client';

import { Accordion, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useFmt } from '@/fmt';
import { ControlFields } from './control-section';
import { CapFields, LimitFields } from './limit-section';
import { StackingFields } from './stacking-section';
import { draftOf, type Editor } from './use-editor';
import { at, isList, isObject, isWithin, textAt } from '@/features/draft';
import { DraftProvider } from '@/features/sentence-rows';

const places: Record<string, readonly string[]> = {
  control: ['definition.holdout', 'definition.variants', 'noControlReason'],
  limits: ['limits'],
  caps: ['definition.caps'],
  stacking: ['definition.priority', 'definition.stacking'],
};

/** What has good values by itself: closed, with what is set in a line; opened by what is wrong in it. */
export function MoreSections({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const t = useTranslations('promotion');
  const said = useSaid(editor);
  const [opened, setOpened] = useState<string[]>([]);
  const wrong = Object.keys(places)
    .filter((section) => places[section]?.some((place) => editor.faults.some(({ path }) => isWithin(path, place))))
    .join();
  useEffect(() => {
    if (wrong !== '') setOpened((sections) => [...new Set([...sections, ...wrong.split(',')])]);
  }, [wrong]);
  const whole = draftOf(editor, undefined, disabled);
  const definition = draftOf(editor, 'definition', disabled);
  const sections = {
    control: <ControlFields editor={editor} disabled={disabled} />,
    limits: (
      <DraftProvider draft={whole}>
        <LimitFields />
      </DraftProvider>
    ),
    caps: (
      <DraftProvider draft={definition}>
        <CapFields />
      </DraftProvider>
    ),
    stacking: (
      <DraftProvider draft={definition}>
        <StackingFields />
      </DraftProvider>
    ),
  };
  return (
    <Accordion multiple variant="contained" value={opened} onChange={setOpened} keepMounted={false}>
      {(Object.keys(sections) as (keyof typeof sections)[]).map((section) => (
        <Accordion.Item key={section} value={section}>
          <Accordion.Control>
            <Text fz="sm" fw={500}>
              {t(`sections.${section}`)}
            </Text>
            <Text fz="xs" c="dimmed">
              {said[section]}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>{sections[section]}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** What is set in each section, in a line. */
function useSaid(editor: Editor) {
  const t = useTranslations('promotion');
  const fmt = useFmt();
  const of = (path: string) => at(editor.form, path);
  const share = textAt(editor.form, 'definition.holdout.share');
  const stacking = of('definition.stacking');
  const list = of('definition.variants');
  const variants = isList(list) ? list.length : 0;
  const limits = of('limits');
  const isSet = (value: unknown) => value !== null && value !== undefined && value !== false;
  const count = isObject(limits) ? Object.values(limits).filter(isSet).length : 0;
  const caps = ['line.amount', 'line.percent', 'basket.amount', 'basket.percent', 'pointsPerBasket', 'usesPerBasket'];
  const capped = caps.filter((cap) => isSet(of(`definition.caps.${cap}`))).length;
  const priority = fmt.number(Number(of('definition.priority') ?? 0));
  return {
    control: [
      Number(share) > 0 ? t('said.control', { share: fmt.number(share) }) : t('said.noControl'),
      variants > 0 ? t('said.variants', { count: variants, n: fmt.number(variants) }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    limits: count === 0 ? t('said.noLimits') : t('said.limits', { count, n: fmt.number(count) }),
    caps: capped === 0 ? t('said.noCaps') : t('said.limits', { count: capped, n: fmt.number(capped) }),
    stacking: isObject(stacking)
      ? t('said.group', { priority, group: textAt(stacking, 'group'), mode: t(`stacking.${stacking.mode as 'BEST'}`) })
      : t('said.alone', { priority }),
  };
}
