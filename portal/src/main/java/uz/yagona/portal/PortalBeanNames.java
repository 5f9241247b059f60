package uz.yagona.portal;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.util.StringUtils;

/** Names scanned beans {@code portalX}, so that modules in one context do not meet. */
final class PortalBeanNames extends AnnotationBeanNameGenerator {
  private static final String PREFIX = "portal";

  @Override
  public String generateBeanName(BeanDefinition definition, BeanDefinitionRegistry registry) {
    var name = super.generateBeanName(definition, registry);
    return name.startsWith(PREFIX) ? name : PREFIX + StringUtils.capitalize(name);
  }
}
