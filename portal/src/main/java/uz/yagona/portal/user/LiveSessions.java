package uz.yagona.portal.user;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions of people who are signed in now, on every node. */
@Component
class LiveSessions {
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  LiveSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** Ends all of this person; gives how many there were. */
  int end(String userName) {
    var ids = sessions.findByPrincipalName(userName).keySet();
    ids.forEach(sessions::deleteById);
    return ids.size();
  }
}
