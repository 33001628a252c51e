import { isAllowed, useViewer } from '@/features/viewer';
import { sections, type Section } from './sections';

/** The sections a person may enter; an empty one is left out. */
export function useSections(): Section[] {
  const viewer = useViewer();
  return sections
    .map((section) => ({
      ...section,
      destinations: section.destinations.filter(
        ({ anyOf }) => anyOf === undefined || anyOf.some((permission) => isAllowed(viewer, permission)),
      ),
    }))
    .filter((section) => section.destinations.length > 0);
}
