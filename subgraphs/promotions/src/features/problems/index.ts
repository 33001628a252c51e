import { readSdl } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { languageOf } from '../definitions';
import { sayProblem } from './problem-texts.rules';

const resolvers: Resolvers = {
  FieldProblem: {
    message: (problem, { language }) => sayProblem(problem, languageOf(language)),
  },
};

/** What is wrong with a form, said in every language. */
export const problems = { typeDefs: readSdl(__dirname, 'problems.graphql'), resolvers };

export type { FieldProblem } from './problem-texts.rules';
