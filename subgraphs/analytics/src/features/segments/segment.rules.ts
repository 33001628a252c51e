import { segmentInvalid, type SegmentInvalid } from './segment.refusals';

const NAME_MAX = 120;
const DESCRIPTION_MAX = 500;
const FOLDER_MAX = 60;

/** What is kept of a segment besides its definition. */
export interface Titles {
  readonly name: string;
  readonly description: string;
  readonly folder: string;
}

interface TitlesInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly folder?: string | null | undefined;
}

/** Trims titles; answers what is wrong with them. */
export function titlesOf(input: TitlesInput): Titles | SegmentInvalid {
  const tidy = (text: string | null | undefined): string => (text ?? '').trim().normalize('NFC');
  const [name, description, folder] = [tidy(input.name), tidy(input.description), tidy(input.folder)];
  if (name === '' || [...name].length > NAME_MAX || /\p{Cc}/u.test(name))
    return segmentInvalid('name', `The name must be 1 to ${NAME_MAX} printable characters.`);
  if ([...description].length > DESCRIPTION_MAX)
    return segmentInvalid('description', `The description may have ${DESCRIPTION_MAX} characters.`);
  if ([...folder].length > FOLDER_MAX || /\p{Cc}/u.test(folder))
    return segmentInvalid('folder', `The folder may have ${FOLDER_MAX} printable characters.`);
  return { name, description, folder };
}
