export { askForDeletion, deletionOf, LISTINGS, takeBackOwnDeletion } from './deletion/deletions';
export { askForExport, exportOf, ownExportFile } from './export/exports';
export { addToExport, type ExportContents, type ExportFile } from './export/contents';
export { registerDataRights } from './register-data-rights';
export { eraseFor } from './by-editor/erase-for';
export { archiveFor, jsonFor } from './by-editor/hand-over';
export { lookUp } from './by-editor/look-up';
export { readRequests } from './request-log';
