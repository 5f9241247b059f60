package uz.yagona.gateway.directory;

import io.camunda.client.protocol.rest.UserCreateResult;
import io.camunda.client.protocol.rest.UserRequest;
import io.camunda.client.protocol.rest.UserUpdateRequest;
import io.camunda.client.protocol.rest.UserUpdateResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.Condition;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;
import uz.yagona.gateway.search.Visibility;

/** Users of the API. */
@ChecksRights
@RestController("gatewayUserController")
@RequestMapping("/v2/users")
final class UserController {
  private final Users users;
  private final SearchCalls searches;

  UserController(Users users, SearchCalls searches) {
    this.users = users;
    this.searches = searches;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  UserCreateResult create(@RequestBody UserRequest body) {
    CurrentCaller.get().requireForAll(ResourceType.USER, PermissionType.CREATE);
    var username = Names.id("username", body.getUsername());
    var name = Names.optional("name", body.getName());
    var email = Names.email(body.getEmail());
    users.create(username, name, email, Passwords.checked(body.getPassword()));
    return new UserCreateResult().username(username).name(name).email(email);
  }

  @PutMapping("/{username}")
  UserUpdateResult update(@PathVariable String username, @RequestBody UserUpdateRequest body) {
    CurrentCaller.get().require(ResourceType.USER, PermissionType.UPDATE, username);
    var name = Names.optional("name", body.getName());
    var email = Names.email(body.getEmail());
    var password = body.getPassword();
    users.update(
        username,
        name,
        email,
        password == null || password.isEmpty() ? null : Passwords.checked(password));
    return new UserUpdateResult().username(username).name(name).email(email);
  }

  @DeleteMapping("/{username}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String username) {
    CurrentCaller.get().require(ResourceType.USER, PermissionType.DELETE, username);
    users.delete(username);
  }

  @GetMapping("/{username}")
  SearchCalls.Row get(@PathVariable String username) {
    return searches.get(DirectoryTables.USERS, username, visible());
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(DirectoryTables.USERS, body, visible());
  }

  private static @Nullable List<List<Condition>> visible() {
    return Visibility.byId(CurrentCaller.get(), ResourceType.USER, PermissionType.READ, "username");
  }
}
