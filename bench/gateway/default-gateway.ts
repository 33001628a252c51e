// Apollo's gateway as its documentation sets it up: its own server, its own data source, the caller's token passed on.
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readFileSync } from 'node:fs';
import { reportCpu } from '../child.ts';

interface Context {
  token?: string;
}

class TokenSource extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]): void {
    request.http?.headers.set('authorization', (context as Context).token ?? '');
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env['SUPERGRAPH_PATH'] ?? '', 'utf8'),
  buildService: ({ name }) => new TokenSource({ url: process.env[`${name.toUpperCase()}_URL`] ?? '' }),
});
const { url } = await startStandaloneServer(new ApolloServer<Context>({ gateway }), {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({ token: req.headers.authorization ?? '' }),
});
reportCpu(new URL('/', url).href);
