import { useNavigate } from "@tanstack/react-router";
import { PrivateRoom } from "@/features/rooms/PrivateRoom";
import { RoomNotifications } from "@/features/rooms/RoomNotifications";
import { RoomPeople } from "@/features/rooms/RoomPeople";
import { RoomWriting } from "@/features/rooms/RoomWriting";
import { paths } from "@/lib/paths";
import { RoomFrame } from "./RoomFrame";

/** What one is told of a room, who writes and reads in it, and how a private one ends. */
export function RoomSettingsPage() {
  const navigate = useNavigate();
  return (
    <RoomFrame part="settings">
      {(room) => (
        <>
          <RoomNotifications room={room} />
          {room.may_moderate && room.kind !== "private" ? <RoomWriting room={room} /> : null}
          {room.kind === "private" ? (
            <PrivateRoom room={room} onErased={() => void navigate({ to: paths.rooms })} />
          ) : (
            <RoomPeople room={room} />
          )}
        </>
      )}
    </RoomFrame>
  );
}
