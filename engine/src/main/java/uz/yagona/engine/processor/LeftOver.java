package uz.yagona.engine.processor;

import uz.yagona.engine.behavior.FollowUp;
import uz.yagona.engine.behavior.FollowUpText;
import uz.yagona.engine.state.FollowUpRow;

/** A follow-up that an earlier batch has left over; its row goes when it has been done. */
record LeftOver(FollowUpRow row, FollowUp followUp) {
  static LeftOver of(FollowUpRow row) {
    return new LeftOver(row, FollowUpText.read(row.command()));
  }
}
