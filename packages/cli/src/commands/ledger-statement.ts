import { readFileSync, writeFileSync } from 'node:fs';
import { statementFaults, statementSchema, tellStatementFault } from '@adal/events';
import { OperatorError, type GatewayClient } from '../gateway-client';

export interface StatementOptions {
  readonly member: string;
  readonly out: string;
  readonly from?: string;
  readonly to?: string;
}

type Print = (line: string) => void;

/** Writes a member's statement that proves itself. */
export async function writeStatement(client: GatewayClient, print: Print, options: StatementOptions): Promise<boolean> {
  const { member, from = null, to = null, out } = options;
  const { memberStatementProof, statementKey } = await client.ask<{
    memberStatementProof: string;
    statementKey: string;
  }>(
    `query StatementProof($member: ID!, $from: DateTime, $to: DateTime) {
      memberStatementProof(memberId: $member, from: $from, to: $to)
      statementKey
    }`,
    { member, from, to },
  );
  writeFileSync(out, `${JSON.stringify(JSON.parse(memberStatementProof), null, 2)}\n`);
  print(`${out} written. Check it anywhere: adal ledger verify-statement ${out} --public-key ${statementKey}`);
  return true;
}

/** Checks a statement without asking anybody; names what is wrong. */
export async function verifyStatement(print: Print, file: string, publicKey: string | null): Promise<boolean> {
  const document = readDocument(file);
  const faults = await statementFaults(document, publicKey);
  if (faults.length > 0) {
    for (const fault of faults) print(tellStatementFault(fault));
    print('The statement is WRONG.');
    return false;
  }
  const { sealed, entries } = statementSchema.parse(document);
  const signed = publicKey === null ? 'its signature was not checked: give --public-key' : 'signed by this key';
  print(
    `The statement is right: ${entries.length} entries of member ${sealed.memberId}, chained up to block ${sealed.head.height}; ${signed}.`,
  );
  return true;
}

function readDocument(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(`${file} cannot be read as a statement: ${(error as Error).message}`);
  }
}
