<#-- A table under its caption; columns of figures stand to the right. -->
<#macro table of>
*${of.title}*

<@line of.header/>
|<#list of.figures as figures>${figures?then("---:|", "---|")}</#list>
<#list of.rows as row>
<@line row/>
</#list>
</#macro>
<#macro line cells>
| <#list cells as cell>${cell?replace("|", "\\|")}<#sep> | </#list> |
</#macro>
<#macro tables of>
<#list of as table>
<@.namespace.table table/>

</#list>
</#macro>
<#macro section of>
${of.text}

<@.namespace.tables of.tables/>
</#macro>
<#macro warnings of>
<#if of?has_content>

> **${t.warnings}**
<#list of as warning>
> - ${warning}
</#list>
</#if>
</#macro>
