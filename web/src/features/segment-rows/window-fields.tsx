'use client';

import { useTranslations } from 'next-intl';
import { isObject, type Json, type JsonObject, type Path } from '@/features/draft';
import { useField, WholeField, Word } from '@/features/sentence-rows';
import { useFmt, useNow } from '@/fmt';
import { DayField } from './day-field';
import { WordSelect } from './choice-fields';
import { aheadCode, aheads, toWindow, useSayWindow, windowCode, windows } from './window-words';

interface FieldProps {
  path: Path;
  label: string;
}

/** The days a condition looks back on. */
export function WindowField({ path, label }: FieldProps) {
  const t = useTranslations('segmentRows');
  const today = useFmt().today(useNow());
  const { value, set, disabled } = useField(path);
  const window = asObject(value);
  return (
    <>
      <KindSelect
        label={label}
        window={window}
        of={windows}
        code={windowCode}
        onChange={(code) => set(toWindow(code, today))}
        disabled={disabled}
      />
      {window.kind === 'LAST_DAYS' && <WholeField path={`${path}.days`} label={t('slots.days')} />}
      {window.kind === 'BETWEEN' && (
        <>
          <DayField path={`${path}.from`} label={t('slots.from')} />
          <Word>–</Word>
          <DayField path={`${path}.to`} label={t('slots.to')} />
        </>
      )}
    </>
  );
}

/** The days a condition looks ahead to. */
export function AheadField({ path, label }: FieldProps) {
  const t = useTranslations('segmentRows');
  const today = useFmt().today(useNow());
  const { value, set, disabled } = useField(path);
  const ahead = asObject(value);
  return (
    <>
      <KindSelect
        label={label}
        window={ahead}
        of={aheads}
        code={aheadCode}
        onChange={(code) => set(toWindow(code, today))}
        disabled={disabled}
      />
      {aheadCode(ahead) === 'DAYS' && (
        <>
          <WholeField path={`${path}.fromDays`} label={t('slots.fromDays')} />
          <Word>–</Word>
          <WholeField path={`${path}.toDays`} label={t('slots.toDays')} />
        </>
      )}
    </>
  );
}

interface KindProps {
  label: string;
  window: JsonObject;
  of: readonly string[];
  code: (window: JsonObject) => string;
  onChange: (code: string) => void;
  disabled: boolean;
}

/** The usual windows, and the one that was pasted if it is none of them. */
function KindSelect({ label, window, of, code, onChange, disabled }: KindProps) {
  const t = useTranslations('segmentRows.windows');
  const say = useSayWindow();
  const chosen = code(window);
  const options = of.map((value) => ({ value, label: t(value as 'EVER') }));
  const isUsual = of.includes(chosen);
  return (
    <WordSelect
      label={label}
      options={isUsual ? options : [...options, { value: chosen, label: say(window) }]}
      value={chosen}
      onChange={(next) => next !== chosen && onChange(next)}
      disabled={disabled}
    />
  );
}

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
