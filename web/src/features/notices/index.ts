export { AlignmentProof } from "./AlignmentProof";
export { NoticeFilters } from "./NoticeFilters";
export { NoticeInbox } from "./NoticeInbox";
export { NoticesEntry } from "./NoticesEntry";
