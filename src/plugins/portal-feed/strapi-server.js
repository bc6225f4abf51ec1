module.exports = require('../../../dist/src/plugins/portal-feed/server/src').default;
