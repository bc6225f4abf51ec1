import { wrkScript } from '#scripts/bench/load/wrk';

describe('the script for wrk', () => {
  it('sends every request in turn', () => {
    const script = wrkScript([{ path: '/a' }, { path: '/b?q=%C3%A4' }]);
    expect(script).toContain('requests[1] = wrk.format("GET", "/a", {})');
    expect(script).toContain('requests[2] = wrk.format("GET", "/b?q=%C3%A4", {})');
  });

  it('sends bodies and headers, including quotes and line breaks', () => {
    const script = wrkScript([
      {
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ a\n}"}',
      },
    ]);
    expect(script).toContain(
      String.raw`wrk.format("POST", "/graphql", {["content-type"] = "application/json"}, "{\"query\":\"{ a\n}\"}")`,
    );
  });
});
