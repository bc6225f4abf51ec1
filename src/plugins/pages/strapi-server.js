module.exports = require('../../../dist/src/plugins/pages/server/src').default;
