/** What a person typed as a decimal: "1 250,5" → "1250.5". What is no number is left for the service to refuse by name. */
export function typedDecimal(typed: string): string {
  return typed.replace(/\s/g, '').replace(',', '.');
}
