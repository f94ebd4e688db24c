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
<#macro section of>
${of.text}
<#list of.tables as table>

<@.namespace.table table/>
</#list>
</#macro>
<#macro warnings of>
<#list of>

> ${t.warnings}
<#items as warning>
> - ${warning}
</#items>
</#list>
</#macro>
