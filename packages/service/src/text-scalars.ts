import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from './access';

const LOCALES = ['ru', 'kk', 'en'];

/** Texts with a name in the graph. Their shape is judged by the use case, so that a bad one is a refusal, not a fault. */
export const textScalars = {
  PhoneNumber: textScalar('PhoneNumber', 64),
  EmailAddress: textScalar('EmailAddress', 320),
  Locale: textScalar('Locale', 2, LOCALES),
};

function textScalar(name: string, lengthMax: number, among?: readonly string[]): GraphQLScalarType<string, string> {
  const read = (raw: unknown): string => {
    if (typeof raw !== 'string' || raw.length > lengthMax)
      throw badInput(`${name} must be a text of at most ${lengthMax} characters.`);
    if (among && !among.includes(raw)) throw badInput(`${name} must be one of ${among.join(', ')}.`);
    return raw;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}
