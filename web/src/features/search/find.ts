/** One place a search can lead to. */
export interface Find {
  id: string;
  label: string;
  description?: string;
  run: () => void;
}
