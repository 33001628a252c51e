import { saveBlob } from './csv';

/** Where a file's bytes go as they come. */
export interface FileTarget {
  write(part: string | Uint8Array<ArrayBuffer>): Promise<void>;
  /** All of it is there. */
  end(): Promise<void>;
  /** Nothing of it is kept. */
  drop(): Promise<void>;
}

/** The browser gathers the bytes, outside the page's own memory, and offers them as a download at the end. */
export function downloadTarget(name: string, type: string): FileTarget {
  let pieces: Blob[] = [];
  return {
    write: async (part) => void pieces.push(new Blob([part])),
    end: async () => saveBlob(name, new Blob(pieces, { type })),
    drop: async () => void (pieces = []),
  };
}

interface ChosenFile extends FileSystemFileHandle {
  remove?: () => Promise<void>;
}
interface FilePicker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<ChosenFile>;
}

export const canChooseFile = (): boolean => 'showSaveFilePicker' in window;

/** A file on the disk, chosen by who saves it: nothing waits in memory. Undefined when none was chosen. */
export async function chosenTarget(suggestedName: string): Promise<FileTarget | undefined> {
  const file = await (window as FilePicker).showSaveFilePicker?.({ suggestedName }).catch(unlessNoneChosen);
  if (file === undefined) return undefined;
  const stream = await file.createWritable();
  return {
    write: (part) => stream.write(part),
    end: () => stream.close(),
    drop: async () => {
      await stream.abort();
      await file.remove?.();
    },
  };
}

function unlessNoneChosen(error: unknown): undefined {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}
