import type { Core } from '@strapi/strapi';
import { previewOrigin } from '../src/reading/preview/preview-origin';

// Who may read from a browser: the sites named in CORS_ORIGINS. Reading is anonymous, so '*' is safe; credentials are
// allowed only for named origins.
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => {
  const origins = env.array('CORS_ORIGINS', ['*']) ?? ['*'];
  return [
    'strapi::logger',
    // These three see final answers, including errors; an entity tag depends on the encoding, so compression comes
    // last.
    'global::compression',
    'global::conditional-get',
    'global::cache-rule',
    'strapi::errors',
    'global::refusals',
    {
      name: 'strapi::security',
      config: {
        // Nothing is shown in a frame but the preview of a draft, which says so itself (the plugin pages). The same for
        // browsers that do not know the policy below.
        frameguard: { action: 'deny' },
        // As strings, since Strapi adds its own entries to lists. This is all the panel needs; its styles are created
        // in the page (styled-components).
        contentSecurityPolicy: {
          useDefaults: false,
          directives: {
            'default-src': "'self'",
            'base-uri': "'self'",
            'connect-src': "'self'",
            'font-src': "'self' data:",
            'form-action': "'self'",
            'frame-ancestors': "'none'",
            // The preview of a draft, beside its form: our own page, or the website's.
            'frame-src': ["'self'", previewOrigin()].filter(Boolean).join(' '),
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
    { name: 'global::any-origin', config: { origins } },
    {
      name: 'strapi::cors',
      config: {
        origin: origins,
        methods: ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'],
        headers: [
          ...['Content-Type', 'Authorization', 'Accept', 'Accept-Language', 'If-Match', 'If-None-Match'],
          // Needed for GraphQL over GET, and headers that clients add automatically.
          ...['Apollo-Require-Preflight', 'X-Apollo-Operation-Name', 'X-Requested-With'],
          ...['Traceparent', 'Tracestate', 'Sentry-Trace', 'Baggage'],
        ],
        expose: [
          ...['ETag', 'Link', 'Content-Disposition', 'Content-Language'],
          ...['Retry-After', 'RateLimit', 'RateLimit-Policy'],
        ],
        credentials: !origins.includes('*'),
      },
    },
    'strapi::query',
    { name: 'global::request-rate', config: { perMinute: env.int('RATE_LIMIT_PER_MINUTE', 3_000) } },
    // Outside strapi::body, so that an unreadable body is not a server error.
    'global::input-guard',
    // Everything after it may compare paths, since each has only one spelling from here on.
    'global::known-route',
    'global::uploads',
    'global::signed-files',
    'global::accepted-body',
    // Forms are parsed only by the routes that expect them, after authentication (src/platform/http/form-routes.ts).
    { name: 'strapi::body', config: { multipart: false, urlencoded: false, text: false, jsonLimit: '1mb' } },
    'global::missing-body',
    'global::body-nesting',
    'global::whole-characters',
    'strapi::session',
    { name: 'strapi::favicon', config: { path: './public/favicon.png' } },
    'strapi::public',
  ];
};

export default config;
