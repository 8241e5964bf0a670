// Names for what the API says of rooms.
import type { Answer, Body, Item } from "@/api/bodies";

export type Room = Answer<"get_room">;
export type Messages = Answer<"list_messages">;
export type Message = Item<Messages>;
export type Member = Item<Answer<"list_room_members">>;
export type Found = Item<Answer<"search_messages">>;
export type Draft = Body<"send_message">;
export type Report = Item<Answer<"list_room_reports">>;
export type ReportDetails = Answer<"get_room_report">;
export type Extracted = ReportDetails["messages"][number];
export type Decision = Body<"decide_room_report">["decision"];
export type Reason = Body<"report_message">["reason"];
/** Something the person of a private room shares for its offer. */
export type GivenShare = Answer<"get_my_offer">["shares"][number];
