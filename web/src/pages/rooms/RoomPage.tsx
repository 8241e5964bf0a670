import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Entry } from "@/features/rooms/messageQueries";
import { RoomMessages } from "@/features/rooms/RoomMessages";
import { paths } from "@/lib/paths";
import { RoomFrame } from "./RoomFrame";

/** One room, and what was said in it. */
export function RoomPage() {
  const { room: id = "" } = useParams({ strict: false });
  const { message } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [atEnd, setAtEnd] = useState(false);
  const entry: Entry = message ? Number(message) : atEnd ? "newest" : "first_unread";
  const enter = (to: Entry) => {
    setAtEnd(to === "newest");
    const search = typeof to === "number" ? { message: String(to) } : {};
    void navigate({ to: paths.room, params: { room: id }, search, resetScroll: false });
  };
  return (
    <RoomFrame part="messages">
      {(room) => <RoomMessages key={room.id} room={room} entry={entry} onEntry={enter} />}
    </RoomFrame>
  );
}
