import type { GatewayClient } from '../gateway-client';

/** A row of a file, by column; null is blank. */
export type ExportRow = Readonly<Record<string, string | null>>;

/** What one answer of the graph made: rows, and how much of the whole is behind it. */
export interface ExportPage {
  readonly rows: readonly ExportRow[];
  /** Share of the whole, 0 to 1; an estimate where the graph gives one. */
  readonly share: number;
}

/** A kind of file: its columns, and its rows page by page. */
export interface ExportKind {
  /** Without one of these the file would be incomplete or masked, and importing it would lose what it hides. */
  readonly needs: readonly string[];
  columns(client: GatewayClient): Promise<readonly string[]> | readonly string[];
  pages(client: GatewayClient): AsyncGenerator<ExportPage>;
}
