module.exports = require('../../../dist/src/plugins/self-service/server/src').default;
