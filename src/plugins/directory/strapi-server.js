module.exports = require('../../../dist/src/plugins/directory/server/src').default;
