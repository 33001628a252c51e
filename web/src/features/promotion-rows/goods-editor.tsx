'use client';

import { Input } from '@mantine/core';
import { at, type Json } from '@/features/draft';
import { DraftProvider } from '@/features/sentence-rows';
import { GoodsTree, type GoodsKind } from './goods-tree';

interface Props {
  label: string;
  value: Json;
  onChange: (goods: Json) => void;
  /** Ways to name goods that are offered; all when absent. */
  kinds?: readonly GoodsKind[];
}

const top = 'goods';

/** Goods as a value of a form of its own: the same tree as in a promotion. */
export function GoodsEditor({ label, value, onChange, kinds }: Props) {
  const draft = {
    json: { [top]: value },
    faults: [],
    change: (next: Json) => onChange(at(next, top) ?? null),
    disabled: false,
  };
  return (
    <Input.Wrapper label={label} labelElement="div" role="group" aria-label={label}>
      <DraftProvider draft={draft}>
        <GoodsTree top={top} {...(kinds && { kinds })} />
      </DraftProvider>
    </Input.Wrapper>
  );
}
