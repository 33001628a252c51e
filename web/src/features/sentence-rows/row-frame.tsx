'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconBracketsContain,
  IconCopy,
  IconDotsVertical,
  IconExclamationMark,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import { isWithin, withCopy, withMoved, type Json, type Path } from '@/features/draft';
import { useDraft } from './draft-context';
import classes from './rows.module.css';

interface Props {
  path: Path;
  /** What the row is, for who cannot see it. */
  name: string;
  /** The draft without the row. */
  without: () => Json;
  /** Only where it means something. */
  onNegate?: () => void;
  onGroup?: (() => void) | undefined;
  /** Rows within this one say their own faults. */
  isGroup?: boolean;
  children: ReactNode;
}

/** A row: its sentence, what is wrong with it, and what can be done with it, also by Alt and the arrows. */
export function RowFrame({ path, name, without, onNegate, onGroup, isGroup = false, children }: Props) {
  const { json, change, faults, disabled } = useDraft();
  const own = faults.filter((fault) => (isGroup ? isOfGroup(fault.path, path) : isWithin(fault.path, path)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    change(withMoved(json, path, step));
  };
  return (
    <div
      className={isGroup ? classes.group : classes.row}
      role="group"
      aria-label={name}
      data-path={path}
      data-invalid={own.length > 0 || undefined}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div style={{ minWidth: 0 }}>
        {children}
        {own.map((fault) => (
          <Text key={`${fault.path} ${fault.message}`} fz="xs" c="red">
            {fault.message}
          </Text>
        ))}
      </div>
      {!disabled && <RowMenu path={path} name={name} without={without} onNegate={onNegate} onGroup={onGroup} />}
    </div>
  );
}

/** About the group itself and not about what is in it. */
const isOfGroup = (fault: Path, path: Path): boolean => [path, `${path}.of`, `${path}.of.of`].includes(fault);

type MenuProps = Pick<Props, 'path' | 'name' | 'without' | 'onGroup'> & { onNegate: (() => void) | undefined };

function RowMenu({ path, name, without, onNegate, onGroup }: MenuProps) {
  const t = useTranslations('definition.row');
  const { json, change } = useDraft();
  const isListed = /\.\d+$/.test(path);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('menu', { name })}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onNegate !== undefined && item(IconExclamationMark, t('negate'), onNegate)}
        {onGroup !== undefined && item(IconBracketsContain, t('group'), onGroup)}
        {item(IconCopy, t('duplicate'), () => change(withCopy(json, path)))}
        {isListed && item(IconArrowUp, `${t('up')} (Alt+↑)`, () => change(withMoved(json, path, -1)))}
        {isListed && item(IconArrowDown, `${t('down')} (Alt+↓)`, () => change(withMoved(json, path, 1)))}
        {item(IconTrash, t('remove'), () => change(without()))}
      </Menu.Dropdown>
    </Menu>
  );
}

const item = (Icon: typeof IconCopy, label: string, onClick: () => void) => (
  <Menu.Item leftSection={<Icon size={16} stroke={1.6} aria-hidden />} onClick={onClick}>
    {label}
  </Menu.Item>
);
