package uz.yagona.portal.text;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates find {@link Texts} under the name that Spring looks for. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {
  @Bean
  MessageSource messageSource(Texts texts) {
    return new TextsMessageSource(texts);
  }
}
