import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { must } from '../lib.mjs';

const QUERY = gql`
  query ($size: Int) {
    businesses(pagination: { pageSize: $size }) {
      documentId
      name
      hours {
        service
      }
    }
  }
`;

/** Apollo Client, by POST as it comes and by GET. */
export async function check(city) {
  for (const useGETForQueries of [false, true]) {
    const client = new ApolloClient({
      link: new HttpLink({ uri: `${city.url}/graphql`, useGETForQueries }),
      cache: new InMemoryCache(),
    });
    const { data } = await client.query({ query: QUERY, variables: { size: 3 } });
    must(data.businesses.length === 3, 'it brings no businesses');
    client.stop();
  }
  return 'POST, GET';
}
