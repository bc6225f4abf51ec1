import type { Core } from '@strapi/strapi';

// Who may read from a browser: the sites named in CORS_ORIGINS. Reading is anonymous, so '*' is safe; credentials are
// allowed only for named origins.
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => {
  const origins = env.array('CORS_ORIGINS', ['*']) ?? ['*'];
  return [
    'strapi::logger',
    // These three see answers as they leave, errors included; a tag depends on the encoding, so compression is last.
    'global::compression',
    'global::conditional-get',
    'global::cache-rule',
    'strapi::errors',
    'global::refusals',
    {
      name: 'strapi::security',
      config: {
        // As texts: Strapi adds entries of its own to lists. All that the panel runs with; its styles are made in the
        // page (styled-components).
        contentSecurityPolicy: {
          useDefaults: false,
          directives: {
            'default-src': "'self'",
            'base-uri': "'self'",
            'connect-src': "'self'",
            'font-src': "'self' data:",
            'form-action': "'self'",
            'frame-ancestors': "'self'",
            'frame-src': "'self'",
            'img-src': "'self' data: blob:",
            'media-src': "'self' data: blob:",
            'object-src': "'none'",
            'script-src': "'self'",
            'script-src-attr': "'none'",
            'style-src': "'self' 'unsafe-inline'",
            'worker-src': "'self' blob:",
            upgradeInsecureRequests: null,
          },
        },
      },
    },
    {
      name: 'strapi::cors',
      config: {
        origin: origins,
        methods: ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'],
        headers: [
          ...['Content-Type', 'Authorization', 'Accept', 'Accept-Language', 'If-Match', 'If-None-Match'],
          // What GraphQL over GET needs here, and what clients add of their own accord.
          ...['Apollo-Require-Preflight', 'X-Requested-With', 'Traceparent', 'Tracestate'],
        ],
        expose: ['ETag', 'Retry-After', 'Link', 'Content-Disposition', 'Content-Language'],
        credentials: !origins.includes('*'),
      },
    },
    'strapi::query',
    { name: 'global::request-rate', config: { perMinute: env.int('RATE_LIMIT_PER_MINUTE', 3_000) } },
    // Outside of strapi::body, so that a body that cannot be read is no error of the server.
    'global::input-guard',
    // What stands behind it may compare paths: there is one way to write each.
    'global::known-route',
    'global::uploads',
    'global::signed-files',
    'global::accepted-body',
    // Forms are read by the routes that want them, after authentication (src/platform/http/form-routes.ts).
    { name: 'strapi::body', config: { multipart: false, urlencoded: false, text: false, jsonLimit: '1mb' } },
    'global::body-nesting',
    'strapi::session',
    { name: 'strapi::favicon', config: { path: './public/favicon.png' } },
    'strapi::public',
  ];
};

export default config;
