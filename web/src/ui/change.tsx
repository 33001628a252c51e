'use client';

import { Text } from '@mantine/core';
import { useFmt } from '@/fmt';

/** "▲ 4,2 %": an arrow and a sign beside the colour. */
export function Change({ ratio }: { ratio: number | undefined }) {
  const fmt = useFmt();
  if (ratio === undefined)
    return (
      <Text span inherit>
        —
      </Text>
    );
  const flat = Math.abs(ratio) < 0.0005;
  const color = flat ? 'dimmed' : ratio > 0 ? 'light-dark(#1b6e2d, #8ce99a)' : 'light-dark(#b02525, #ffa8a8)';
  return (
    <Text span inherit c={color}>
      {flat ? '•' : ratio > 0 ? '▲' : '▼'} {fmt.percent(Math.abs(ratio))}
    </Text>
  );
}
